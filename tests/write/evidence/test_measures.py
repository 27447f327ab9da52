"""What can be compared by size, and by day."""

import datetime as dt

from podcaster.write.evidence.measures import amounts, days
from podcaster.write.evidence.reading.reading import Reading
from podcaster.write.evidence.reading.sentences import read


def test_a_length_of_time_in_two_units_is_one_measure() -> None:
    found = amounts(Reading(read("She ran it in 2 hours 14 minutes.", "en"), None))
    assert [(one.dimension, one.low) for one in found] == [("duration", 8040.0)]


def test_a_large_bare_number_may_be_a_sum() -> None:
    bare, money = amounts(
        Reading(read("Vendu 450 millions, puis 100 millions d'euros.", "fr"), None)
    )
    assert bare.is_comparable(money)
    assert bare.is_above(money)


def test_what_counts_other_things_is_not_compared() -> None:
    one, two = amounts(Reading(read("It has 16 titles and 64 medals.", "en"), None))
    assert not one.is_comparable(two)


def test_a_day_without_its_year_is_of_the_nearest_one() -> None:
    day = dt.date(2021, 3, 3)
    (found,) = days(Reading(read("Il sera rejugé le 17 mars.", "fr"), day))
    assert dt.date.fromordinal(int(found.low)) == dt.date(2021, 3, 17)


def test_last_week_may_end_on_two_days_so_that_it_is_of_no_clear_day() -> None:
    day = dt.date(2023, 12, 18)
    assert not days(Reading(read("The companies met its officials last week.", "en"), day))


def test_a_dozen_thousands_are_twelve_thousand() -> None:
    (found,) = amounts(
        Reading(read("Le port a reçu une douzaine de milliers de tonnes.", "fr"), None)
    )
    assert found.low == 12_000
