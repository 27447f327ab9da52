"""What a language's table holds, part by part; `{...}` in its words and patterns are filled in."""

from typing import Literal

from pydantic import Field

from podcaster.models import Value

DayPart = Literal["", "morning", "afternoon", "evening", "night"]
Period = Literal["week", "month", "year"]


class Days(Value):
    """How days are written, and how they're called when heard. `{...}` are filled in."""

    weekdays: tuple[str, ...]
    """Monday first."""
    months: tuple[str, ...]
    weekday: str
    """Finds a weekday: groups `before`, `day`, `owner` and `part`, any but `day` may be absent."""
    parts: dict[str, DayPart] = Field(default_factory=dict)
    """The table's words for parts of the day, where they aren't the English ones."""
    back: str
    """Finds in `before` or `part` that the day is past."""
    forward: str
    future: str
    """Finds that a sentence speaks of what is still to come."""
    past: str
    """Finds that it speaks of what has happened."""
    yearless: str
    nights: str = "(?!)"
    """Finds a night without its day, which is another one when it's heard the day after."""
    stretches: str
    """Finds a stretch named by its distance that is never turned round, such as "this weekend"."""
    ranged: str
    """Finds a stretch between two weekdays: "the night of Friday to Saturday"."""
    sided: str
    """Finds a weekday of another week than the article's: "Monday of last week"."""
    governed: str
    """Finds, in what stands before a day, a word that takes the day without its preposition."""
    spoken_date: str
    date: str
    date_year: str
    on_date: str
    bare_date: str
    on_weekday: str
    weekday_bare: str
    in_month: str
    in_month_year: str
    in_year: str
    owner: str
    """The possessive ending of a day, empty where the language has none."""
    ordinals: dict[str, str]
    called: dict[str, dict[str, str]]
    """Days from the day meant to the day of listening -> part of day -> its name."""
    relative: dict[str, tuple[int, DayPart]]
    periods: dict[str, tuple[Period, int]]
    weeks_then: dict[str, str]


class Reading(Value):
    """Patterns that a written sentence is read by."""

    boilerplate: str
    dateline: str
    inserted_day: str = "(?!)"
    """Finds what stands `before` a `day` between commas that parts what belongs together."""
    list_label: str
    first_person: str
    markers: str
    leaning_markers: str
    leaning: str
    in_year: str
    """Finds that something happens in a `year`."""
    pro_drop: bool = False
    """Whether a sentence that begins with its verb speaks of the subject before it."""
    demonstrative: str = "(?!)"
    """Finds "this place", "those words": what the sentence before has named."""
    same_day: str = "(?!)"
    """Finds the day that a sentence has in common with the one before."""
    on_a_day: str = "(?!)"
    """Finds a day of the week as it's said in its place."""
    counted: str = "(?!)"
    """Finds a day that counts from one named before: "the same day"."""
    newsroom: str = "(?!)"
    """Finds a beginning that may mean whoever reports the story: "the agency said"."""
    of_it: str = "(?!)"
    """Finds, after a verb of saying, that something is said of what was named before."""
    pointing_back: str
    """Finds a word anywhere in a sentence that may point at what was said before."""
    unnamed: str = "(?!)"
    """Finds a beginning that speaks of somebody as if they had been named."""
    pointing: str
    definite: str
    he: str
    he_inside: str
    """Finds, after an opening (`before`), a personal pronoun as the subject, and its `rest`."""
    he_has: dict[str, str] = Field(default_factory=dict)
    full_name: str
    not_people: str
    role: str
    """The words that a role begins with after a name."""
    speech: str
    plain_speech: str
    manner: str
    according: str
    according_front: str
    says_tail: str
    says_middle: str
    adverbial: str = "(?!)"
    """Finds that what stands before an inserted "she said" is a time or a place."""
    says_front: str
    standing_for: tuple[str, ...] = ()
    """Nouns, as a dictionary has them, that with an article stand for something named before."""
    counting: tuple[str, ...] = ()
    """Words that count or rank something that they may leave unnamed: "one is at large"."""
    thing_pronouns: tuple[str, ...] = ()
    """Pronouns that stand for things."""
    says_before: dict[str, str] = Field(default_factory=dict)
    """A verb of speech -> how it's written before what is said, where that differs."""
    small: str
    finite: str
    not_finite: str
    subject_start: str
    weighty: str
    pivots: tuple[str, ...] = ()
    """Each finds one thing that a story turns on: what's next, why, who objects, how rare it is."""
    grave: str
    deadly: str
    spared: str
    """Finds that the worst didn't happen: "nobody was killed"."""
    light: str
    doubt: str
    urgent: str
    joyful: str
    contrast: str
    reported: str
    they: str
    """Finds a pronoun that stands for several, people or not."""


class Tails(Value):
    """How what a sentence adds is said by itself; "Sing" and "Plur" are a noun's number."""

    articles: tuple[str, ...]
    """The words that begin what a thing is besides: "a record"."""
    indefinite: tuple[str, ...]
    """Those of them that surely do; others only where it's the first or the largest."""
    ranks: tuple[str, ...]
    """Words such as "first" and "only"; after one, "after X" tells whom it comes after."""
    it_is: dict[str, str]
    """Number of a thing -> what says that it's that."""
    copula: dict[str, str]
    """Number of a subject -> the verb that says what it is."""
    objects: dict[str, str]
    """Number of a thing -> the pronoun that stands for it as an object."""
    which: tuple[str, ...]
    resulting: dict[str, str]
    """A participle that says what came of it -> how that's said: "averting", "That averted"."""
    becoming: dict[str, str]
    """A participle that says more of the subject -> its verb after the subject."""


class Rewriting(Value):
    """How a long sentence is cut, and what is said instead of what is written."""

    in_year: str = ""
    """How a `{year}` that stands alone in brackets is said; empty to leave it out."""
    acronym: str = ""
    """What is said of an `{acronym}` after the name that it stands for; empty to leave it out."""
    although: str
    contrast: str
    joins: str
    kept_joins: tuple[str, ...]
    relative: str
    relative_subject: tuple[str, ...]
    relative_person: tuple[str, ...]
    """Of those, the words that only follow a person."""
    role_before: str
    """What may stand between a sentence's beginning and the person that such a word follows."""
    relative_place: tuple[str, ...]
    placed: str = ""
    """Finds, before such a word, that a place is meant."""
    called_again: dict[str, str] = Field(default_factory=dict)
    """What a parser says of a noun -> how what it stands for is called next (`{noun}`)."""
    things: tuple[str, ...] = ()
    """Nouns of things, as a dictionary has them, which `thing_again` may stand for."""
    somebody: str = "(?!)"
    """Finds a name that with an article is somebody's and no thing's: "the Belarusian"."""
    thing_again: str = ""
    """How a thing is called as the subject of the next sentence; empty where `called_again` says
    so."""
    apposed: dict[str, str] = Field(default_factory=dict)
    """What a parser says of a noun in apposition -> how that's said by itself (`{what}`)."""
    conceded: dict[str, str] = Field(default_factory=dict)
    """Word that begins a concession -> how it's said by itself (`{what}`)."""
    attached: str = "(?!)"
    """Finds that a thing has another attached to it, which "which" may mean as well."""
    again: dict[str, str] = Field(default_factory=dict)
    """Pronoun -> the verb after "which" by which it's sure to be the right one."""
    among: str = "(?!)"
    """Finds, after a clause, what says more of a thing in it: "including 250 from Airbus"."""
    place: str
    shared: str
    shared_subjects: dict[str, str]
    """Article of a subject -> the pronoun that takes its place."""
    shared_bar: str
    meanwhile: str
    participle: str
    absolute: str
    absolute_have: str
    absolute_has: str
    apposition: str
    inserted: str = ""
    """Finds "the X, sent by Y, does Z": groups `left`, `part` (a participle and more), `rest`."""
    inserted_form: str = ""
    inserted_still: dict[str, str] = Field(default_factory=dict)
    """Participle of what goes on -> the form for it: "owned by Y" is so today."""
    inserted_again: dict[str, str] = Field(default_factory=dict)
    """Pronoun for X -> the participle that shows it's the right one."""
    tails_apart: Tails | None = None
    never_short: str = "(?!)"
    """Finds a name of two words, such as a country's, of which the last isn't a surname."""
    cleft: str = "(?!)"
    """Finds a beginning such as "it was X", after which "who" tells the news."""
    echoing: str = "(?!)"
    """Finds that a part takes up what's said of its subject besides, and comes after that."""
    trailing: dict[str, str] = Field(default_factory=dict)
    """Finds what trails after a comma (`what`) -> how it's said by itself."""
    copula: str
    role_first: str
    """A person with the role before the name: `{what}`, `{name}`, `{rest}`."""
    list_colon: str
    enumeration: str = ""
    """Finds "the X show a, b, c and d": groups `one` (with all before it), `two` and `more`."""
    enumeration_first: str = ""
    enumeration_more: str = ""
    tails: dict[str, str]
    clauses: dict[str, str]
    replies: dict[str, str] = Field(default_factory=dict)
    """Kind of question -> finds, in what leans on the fact before, its answer (`what`)."""
    measure: str = ""
    """Finds, before a clause's word, what belongs to it: "five years" before "after"."""
    spoken: dict[str, str]
    varied: dict[str, str] = Field(default_factory=dict)
    """Pattern -> other words, for what would be taken over in too long a run."""
    finish: dict[str, str]
    """Pattern -> replacement, over every line as it's said, outside quotations."""
    typography: dict[str, str] = Field(default_factory=dict)
    """The same over the whole line: spaces only, never words."""


class Recasting(Value):
    """In which other forms a sentence says the same, where a parser reads it."""

    shortened: dict[str, str]
    """Pattern -> what's left of it: what a listener doesn't miss, such as an age."""
    adverbs: dict[str, str]
    """An adverb beside its verb -> how it's said at the sentence's beginning."""
    times: str
    """Matches a whole phrase that says when, so that it may stand at either end."""
    active: dict[str, tuple[str, str]]
    """The passive's helping verbs -> how one party does it, and how several do (`{verb}`)."""
    participles: dict[str, str]
    """A participle -> the form that the active takes, where it's another or never changes."""
    regular: tuple[str, ...] = ()
    """Endings of verbs whose past and participle are one form."""
    perfect: tuple[str, ...] = ()
    """Helping verbs that may go where a plain past says the same."""
    counting: str = "(?!)"
    """Finds that something counts from then on: "since", "already"."""
    passive: dict[str, str] = Field(default_factory=dict)
    """The active's helping verbs and the number of what it's done to -> the passive: `{what}`,
    `{done}`, `{by}`."""
    by: str = "{agent}"
    of: tuple[str, ...] = ()
    """Words that join to a noun what surely belongs to it."""
    active_only: tuple[str, ...] = ()
    """Verbs that have no passive, or an odd one, as a dictionary has them."""
    owning: str = "(?!)"
    """Finds a word that points at whoever does it: "his", "its own"."""
    agreement: dict[str, str] = Field(default_factory=dict)
    """What a parser says of a participle -> the ending that it has for it."""
    owned: str = ""
    """ "The team's captain" in the other order: `{thing}`, `{owner}`."""


class Wording(Value):
    """How a sentence is asked for what it says last, with a parser's help."""

    when: str
    """The question for a date: `{subject}`, `{helper}`, `{verb}` and what it acts on, `{core}`."""
    never_when: str = "(?!)"
    """Finds in a verb that its time isn't worth asking for: "had already crossed"."""
    whether: dict[str, str] = Field(default_factory=dict)
    """A helping verb as it's written before its "not" -> as it begins a question."""
    whether_not: str = "(?!)"
    """Finds after the "not" what can't be asked for in so many words."""
    stand_ins: dict[str, str] = Field(default_factory=dict)
    """What a parser says of a subject -> the pronoun that answers for it."""
    what: str
    """The question for what somebody found or expects."""
    helpers: dict[str, str] = Field(default_factory=dict)
    """What a parser says of a verb -> the helping verb that asks with it; empty where the verb
    stays as it is."""
    plural: tuple[str, ...] = ()
    """Those of `helpers` that no single thing takes."""
    irregular: dict[str, str] = Field(default_factory=dict)
    """A verb as it's written -> as it stands after a helping verb, where the dictionary errs."""
    be: tuple[str, ...] = ()
    """Verbs that ask without a helping verb."""
    that: tuple[str, ...]
    """The words that begin what was found."""
    that_unsaid: bool = False
    """Whether the first of them may be left out."""
    since: tuple[str, ...] = ()
    """Words before a time that isn't when something happened."""
    bound: tuple[str, ...] = ()
    """Words before what a verb can't be asked without: "valued at $9 billion"."""
    is_now: tuple[str, ...] = ()
    """The verb by which something is something else today."""
    what_is: str = ""
    """The question for what a `{subject}` is; `{be}` is the verb."""
    who_by: str = ""
    """The question for who did it: `{done}` is the verb, `{subject}` what it was done to."""
    done: dict[str, str] = Field(default_factory=dict)
    """What stands between a subject and what was done to it -> what stands before that where
    somebody does it."""
    as_done: tuple[str, ...] = ()
    """Endings of participles that are written alike where somebody does it."""
    how_many: str = ""
    """The question for a count of `{noun}`."""
    crowd: str = ""
    """The question for how many of a `{noun}` did it: `{done}`."""
    how_much: str = ""
    """The question for a sum of money."""
    measured: dict[str, str] = Field(default_factory=dict)
    """A verb of measure as a dictionary has it, or what is said with "is" -> its question."""
    nouns_only: bool = False
    """Whether amounts are asked of nouns alone, as a pronoun couldn't stand after the verb."""
    roughly: tuple[str, ...] = ()
    """Words that may stand before a number."""
    units: tuple[str, ...] = ()
    """What is measured and not counted, as a dictionary has it."""
    owning: tuple[str, ...] = ()
    """Verbs that nobody asks a number of."""
    of: tuple[str, ...] = ()
    """Words after a count that say of what, which the question would have to name."""
    having: tuple[str, ...] = ()
    """Helping verbs after which a participle agrees with what is asked for before it."""
    agreement: dict[str, str] = Field(default_factory=dict)
    """What a parser says of what is asked for -> how the participle ends then."""
    expected: tuple[str, ...] = ()
    """Of those, what listeners wait for, though nobody has spoken of it."""
    topics: tuple[str, ...] = ()
    """What a host may ask about by its name alone, as a dictionary has it: "the pound"."""
    places: tuple[str, ...] = ()
    """Words that begin a place or a time that may be asked about by itself: "in Scotland"."""
    findings: tuple[str, ...]
    """The verbs that may be asked for what was found, as a dictionary has them."""
    indefinite: tuple[str, ...]
    """Words at the beginning of something that hasn't been heard of."""
    joints: dict[str, str] = Field(default_factory=dict)
    """Pattern -> replacement, where words of the question meet."""


class Asking(Value):
    """What a fact holds that a question may ask for."""

    kinds: tuple[str, ...]
    done_to: str
    """Finds harm that somebody did to others."""
    earlier: str
    """Finds that a fact tells of another time than the story's own event, or of any time."""
    wording: Wording | None = None
    openers: dict[str, dict[str, str]] = Field(default_factory=dict)
    """Kind of question -> finds the `subject` that one may ask about -> the verb to ask with."""
    patterns: dict[str, str]


class Curiosity(Value):
    """What listeners wonder at some news, and how a sentence is known that tells it."""

    finds: str
    """Finds a sentence that answers; its groups fill the question's blanks."""
    unless: str = "(?!)"
    """Finds one that doesn't, though it looks so."""
    now: bool = False
    """Whether it's only asked of the story's own event."""
    harm: bool = False
    """Whether it's only asked in a story in which people came to harm."""
    known: bool = False
    """Whether listeners must have heard of whom it asks for."""
    named: bool = False
    """Whether the question names the sentence's subject, so that a pronoun may answer."""
    asks: tuple[str, ...]
    """The question, one family a line."""


class Quoting(Value):
    """How quotations stand in a sentence."""

    before: str
    after: str
    bad: str
    open: str
    close: str
    said: str
    """A quotation and who said it, in the plainest words: `{speaker}` or, where what they are
    ends in a comma, `{closed}`; and `{quote}`."""
    owned: str = "(?!)"
    """Finds in what a speaker is that it's of what was named before: "its administrator"."""
    pronoun_said: str = "{speaker}: {quote}"
    """How the words of a "he" are given, `{speaker}` being the pronoun."""
    pronouns: tuple[str, ...]
    articles: tuple[str, ...]
    not_speaker: str
    """Finds, at its beginning, that what stands before a verb of saying names nobody."""
    around: str
    """Finds, after a speaker, where or when they spoke: nothing that a listener needs."""


class Ordering(Value):
    """How a day is moved to the front of its sentence."""

    day: str
    """Finds a day as it's said, with the space before it: group `day`."""
    bars: str
    """Finds, before the day, that it isn't the main clause's own."""
    clause_after: str = "(?!)"
    """Finds the comma of a clause that follows the day, and goes with it: ", when"."""
    day_only: str = "(?!)"
    """Finds, right after the day, what's said of it alone and stays with it."""
    first: str
    """`{day}` and the `{rest}` of the sentence."""
    head: str = "(?!)"
    """Finds what may as well stand at a sentence's end: groups `head` and `rest`."""
    participle: str = "(?!)"
    """Finds that a part between commas says what its subject was, did or got: "founded in ..."."""
    counting: str = r"\d"
    """Finds that a sentence counts what only its beginning says of which: "45 people have"."""
    several: str = "(?!)"
    """Finds in a subject that it's more than one, of whom a part after it needn't tell all."""
    name: str = "(?!)"
    """Finds that a part between commas is a full name."""
    clause: str = "(?!)"
    """Finds that a clause of its own has begun, to which what comes last may belong."""
    tails: tuple[str, ...] = ()
    """Each finds, at a sentence's end, what may as well stand at its beginning: group `tail`."""


class EpisodeWords(Value):
    """Words for the episode's title and summary, and the names of the news' fields."""

    sample_title: str
    sample_summary: str
    conjunction: str = Field(alias="and")
    title_join: str
    topics: dict[str, str]
    topic_news: dict[str, str]
    """The news of each field, as it's announced."""
