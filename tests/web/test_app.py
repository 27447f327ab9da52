"""The server gives what is published, as apps ask for it, and nothing else."""

from pathlib import Path

import pytest
from lxml import etree
from starlette.testclient import TestClient

from podcaster.web.app import create_app
from tests.publish.days import DAY, Desk

FOLDER = f"/daily/{DAY}"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    made = Desk(tmp_path_factory.mktemp("desk"), base_url=None)
    made.publish()
    for draft in ("script.yaml", "edition.json", ".request"):
        (made.out / "daily" / DAY.isoformat() / draft).write_text("mine")
    (made.out / ".cache").mkdir()
    (made.out / ".cache" / "clip.flac").write_text("mine")
    return made


@pytest.fixture
def client(desk: Desk) -> TestClient:
    return TestClient(create_app(desk.out), "http://radio.local:8123")


def audio_path(desk: Desk) -> str:
    (audio,) = (desk.out / "daily").rglob("*.mp3")
    return f"/{audio.relative_to(desk.out).as_posix()}"


@pytest.mark.parametrize(
    "path",
    [
        "/library.sqlite",
        "/.cache/clip.flac",
        "/.published.json",
        "/daily/.published.json",
        f"{FOLDER}/script.yaml",
        f"{FOLDER}/edition.json",
        f"{FOLDER}/.request",
        "/../out/library.sqlite",
        "/daily/../library.sqlite",
        "/daily/%2e%2e/library.sqlite",
        "/daily/..%2flibrary.sqlite",
        "//etc/passwd",
        "/%2fetc%2fpasswd",
        "/daily/feed.xml%00",
        "/Daily/feed.xml",
        "/daily/feed.xml/",
        "/nosuch/feed.xml",
    ],
)
def test_nothing_but_what_is_published_is_given(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert b"mine" not in answer.content


def test_a_link_out_of_the_tree_is_not_followed(tmp_path: Path) -> None:
    desk = Desk(tmp_path, base_url=None)
    desk.publish()
    secret = tmp_path / "secret"
    secret.write_text("mine")
    chapters = desk.out / "daily" / DAY.isoformat() / "chapters.json"
    chapters.unlink()
    chapters.symlink_to(secret)
    assert TestClient(create_app(desk.out)).get(f"{FOLDER}/chapters.json").status_code == 404


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/daily/feed.xml", "application/rss+xml"),
        ("/daily/index.html", "text/html"),
        ("/daily/", "text/html"),
        ("/daily/cover.jpg", "image/jpeg"),
        ("/daily/assets/style.css", "text/css"),
        ("/daily/assets/player.js", "text/javascript"),
        (f"{FOLDER}/", "text/html"),
        (f"{FOLDER}/transcript.vtt", "text/vtt"),
        (f"{FOLDER}/transcript.srt", "application/x-subrip"),
        (f"{FOLDER}/transcript.json", "application/json"),
        (f"{FOLDER}/chapters.json", "application/json+chapters"),
        (f"{FOLDER}/evidence.json", "application/json"),
        ("/podcasts.opml", "text/x-opml"),
        ("/", "text/html"),
    ],
)
def test_types_head_304_and_cors(client: TestClient, path: str, kind: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"].partition(";")[0] == kind
    assert answer.headers["access-control-allow-origin"] == "*"
    head = client.head(path)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["etag"] == answer.headers["etag"]
    again = client.get(path, headers={"if-none-match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    if "last-modified" in answer.headers:
        since = {"if-modified-since": answer.headers["last-modified"]}
        assert client.get(path, headers=since).status_code == 304


def test_without_a_base_url_the_feed_names_where_it_was_asked_for(
    client: TestClient, desk: Desk
) -> None:
    feed = etree.fromstring(client.get("/daily/feed.xml").content)
    enclosure = feed.find("channel/item/enclosure")
    assert enclosure.get("url") == f"http://radio.local:8123{audio_path(desk)}"
    fetched = client.get(enclosure.get("url"))
    assert len(fetched.content) == int(enclosure.get("length"))
    assert fetched.headers["content-type"] == enclosure.get("type")
    assert b"localhost:8000" not in client.get("/daily/").content
    assert b"http://radio.local:8123/daily/feed.xml" in client.get("/podcasts.opml").content


@pytest.mark.parametrize("host", ['x"><script>', "a b", "x/y", ""])
def test_a_host_that_is_none_stays_out_of_the_feed(client: TestClient, host: str) -> None:
    answer = client.get("/daily/feed.xml", headers={"host": host})
    assert b"<script>" not in answer.content
    assert b"http://localhost:8000/daily/" in answer.content


def test_with_a_base_url_the_feed_is_given_as_it_is(tmp_path: Path) -> None:
    desk = Desk(tmp_path, base_url="https://pods.example.org")
    episode = desk.publish()
    client = TestClient(create_app(desk.out, desk.base_url), "http://radio.local")
    assert client.get("/daily/feed.xml").content == episode.feed.read_bytes()


def test_audio_comes_in_ranges(client: TestClient, desk: Desk) -> None:
    path = audio_path(desk)
    whole = client.get(path).content
    part = client.get(path, headers={"range": "bytes=100-199"})
    assert (part.status_code, part.content) == (206, whole[100:200])
    assert part.headers["content-range"] == f"bytes 100-199/{len(whole)}"
    tail = client.get(path, headers={"range": "bytes=-10"})
    assert tail.content == whole[-10:]
    rest = client.get(path, headers={"range": f"bytes={len(whole) - 5}-"})
    assert rest.content == whole[-5:]
    head = client.head(path)
    assert head.headers["accept-ranges"] == "bytes"
    assert int(head.headers["content-length"]) == len(whole)


@pytest.mark.parametrize(
    "asked", ["bytes=99999999-", "bytes=9-2", "bytes=", "bytes=x-y", "lines=1-2"]
)
def test_a_range_that_makes_no_sense_is_416(client: TestClient, desk: Desk, asked: str) -> None:
    answer = client.get(audio_path(desk), headers={"range": asked})
    assert answer.status_code == 416
    assert answer.headers["content-range"].startswith("bytes */")


def test_a_range_of_a_file_that_changed_is_the_whole_file(client: TestClient, desk: Desk) -> None:
    headers = {"range": "bytes=0-9", "if-range": '"another"'}
    assert client.get(audio_path(desk), headers=headers).status_code == 200


def test_text_is_compressed_where_it_is_wanted_and_audio_never(
    client: TestClient, desk: Desk
) -> None:
    plain = client.get("/daily/feed.xml", headers={"accept-encoding": "identity"})
    packed = client.get("/daily/feed.xml", headers={"accept-encoding": "br, gzip;q=0.8"})
    assert packed.headers["content-encoding"] == "gzip"
    assert int(packed.headers["content-length"]) < len(plain.content) / 3
    assert packed.content == plain.content
    assert packed.headers["etag"] != plain.headers["etag"]
    refused = client.get("/daily/feed.xml", headers={"accept-encoding": "gzip;q=0"})
    assert "content-encoding" not in refused.headers
    audio = client.get(audio_path(desk), headers={"accept-encoding": "gzip"})
    assert "content-encoding" not in audio.headers
    part = client.get(
        f"{FOLDER}/transcript.vtt", headers={"accept-encoding": "gzip", "range": "bytes=0-5"}
    )
    assert (part.status_code, part.content) == (206, b"WEBVTT")


def test_a_page_without_its_slash_leads_to_it(client: TestClient) -> None:
    answer = client.get(FOLDER, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (307, f"{FOLDER}/")


def test_nothing_can_be_written(client: TestClient) -> None:
    for method in ("POST", "PUT", "DELETE"):
        assert client.request(method, "/daily/feed.xml").status_code == 405


def test_a_new_episode_is_there_without_a_restart(tmp_path: Path) -> None:
    desk = Desk(tmp_path, base_url=None)
    client = TestClient(create_app(desk.out))
    assert "podcaster build" in client.get("/").text
    first = desk.publish()
    assert client.get("/daily/feed.xml").status_code == 200
    assert first.title in client.get("/").text


def test_pages_load_nothing_from_elsewhere(client: TestClient) -> None:
    for path in ("/", "/daily/", f"{FOLDER}/"):
        answer = client.get(path)
        assert "default-src 'self'" in answer.headers["content-security-policy"]
        page = etree.fromstring(answer.content, etree.HTMLParser())
        loaded = [
            *page.xpath("//script/@src | //img/@src | //audio/@src"),
            *page.xpath("//link[@rel='stylesheet' or @rel='icon']/@href"),
        ]
        assert not [address for address in loaded if "//" in address]
        assert not page.xpath("//script[not(@src)] | //style | //@style")
        assert page.get("lang")
        for address in loaded:
            assert client.get(answer.url.join(address)).status_code == 200
