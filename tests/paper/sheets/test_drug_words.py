import pytest

from perinatal.paper.sheets.drug_words import names_a_drug


@pytest.mark.parametrize(
    "words",
    [
        "I take METHADONE",
        "mi metadona, por favor",
        "no opioids please",
        "heroína",
        "heroina",
        "my Suboxone.",
        "metha\u200bdone",
        "ｆｅｎｔａｎｙｌ",
        "a drug-test",
        "benzos",
    ],
)
def test_a_drug_is_found_however_it_is_written(words: str) -> None:
    assert names_a_drug(words)


@pytest.mark.parametrize(
    "words", ["Call me Ana", "ice chips", "a cracker", "Wineland Street", "my method", "some winery", "Coca"[:3], ""]
)
def test_other_words_are_left_alone(words: str) -> None:
    assert not names_a_drug(words)
