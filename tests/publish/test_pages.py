"""The show's page says whose it is, and what may be done with it."""

from tests.publish.days import Desk, show


def page(desk: Desk) -> str:
    return (desk.out / "daily" / "index.html").read_text(encoding="utf-8")


def test_it_names_support_website_and_licence_where_the_show_has_them(desk: Desk) -> None:
    desk.publish(
        of=show(
            funding="https://example.org/give?a=1&b=2",
            website="https://example.org/",
            author="Radio <Example>",
            license="CC-BY-4.0",
        )
    )
    found = page(desk)
    assert 'href="https://example.org/give?a=1&amp;b=2"' in found
    assert 'href="https://example.org/" rel="noopener external">Radio &lt;Example&gt;</a>' in found
    assert "Licence: CC-BY-4.0" in found


def test_it_says_nothing_of_what_the_show_lacks(desk: Desk) -> None:
    desk.publish(of=show(funding="javascript:alert(1)"))
    assert "Support the show" not in page(desk)
    assert "Licence" not in page(desk)
    assert "javascript:" not in page(desk)
