"""Plans to print: one with everything in it, an empty one, and some whose words are hard to set."""

from datetime import UTC, date, datetime, timedelta

from perinatal.care import CarePlan, GoalState, Going, Point, Stance, Standing, Turn
from perinatal.care.receipt import ConsentState, Event, Party, Receipt
from perinatal.care.said import (
    Answered,
    Decided,
    Explained,
    Moved,
    Placed,
    Said,
    Stepped,
    Went,
    Wished,
    Wondered,
)
from perinatal.library import Shelf, shelf
from perinatal.paper import Picks

MADE = date(2026, 11, 22)
MADE_AT = datetime(2026, 11, 22, 9, tzinfo=UTC)
BEGAN = datetime(2026, 11, 3, 14, 15, tzinfo=UTC)
SIX_WORDS = {"en": "river lamp seven goat maple window", "es": "río lámpara siete cabra arce ventana"}

TONGUES = {
    "emoji": "Call me Ana 🙂. My heart ❤️ and my girls 👩‍👩‍👧 come first 👍🏽.",
    "vietnamese": "Xin hãy gọi tôi là Ánh. Tôi muốn được hỏi trước khi ai đó chạm vào tôi.",
    "cyrillic": "Пожалуйста, спросите меня, прежде чем прикасаться ко мне.",
    "greek": "Ρωτήστε με πρώτα, παρακαλώ.",
    "arabic": "من فضلك اسألني أولا. My name is Amal.",
    "chinese": "请先问我。",
    "decomposed": "Jose\u0301 y Nin\u0303o, cafe\u0301",
    "broken": "a\x00b\x07c d\u202ee \ufeff f\ue000 \U000e0001",
    "symbols": "a → b ✓ ☐ ★ ½ € ² ' “x” \u00a0 — …  \\ ( ) < > & /",
}
LONG_WORD = "Donaudampfschifffahrtsgesellschaft" * 4
LONG_ANSWER = "Please stay with me and tell me what you do before you do it. " * 65


class Telling:
    """Turns one after another, each a day later than the one before."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.turns: list[Turn] = []

    def say(self, said: Said) -> None:
        at = BEGAN + timedelta(days=len(self.turns) // 8)
        self.turns.append(Turn(id=f"t{len(self.turns)}", at=at, language=self.language, said=said))

    def plan(self) -> CarePlan:
        return CarePlan.of(self.turns)


OWN = {
    "en": (
        "Please speak softly, and ask before you touch me.",
        "My sister Rosa stays with me the whole time. She knows what I want when I get too tired to talk.",
        "Low light. One voice at a time.\nTell me what you do, and wait until I say yes.",
        "I want to hold my baby right away, skin to skin, and to stay in the same room day and night.",
    ),
    "es": (
        "Por favor, hable bajito y pregunte antes de tocarme.",
        "Mi hermana Rosa se queda conmigo todo el tiempo. Sabe lo que quiero cuando me canso de hablar.",
        "Poca luz. Una voz a la vez.\nDígame lo que hace y espere a que yo diga que sí.",
        "Quiero tener a mi bebé en brazos enseguida, piel con piel, y estar en el mismo cuarto día y noche.",
    ),
}


def full(language: str) -> CarePlan:
    """Everything a plan can say: every question, every stance, changes of mind, goals, places."""
    telling, words, library = Telling(language), OWN[language], shelf(language)
    for number, question in enumerate(library.questions.values()):
        telling.say(_answer(question.id, number, words))
    _topics(telling, library, words)
    _goals(telling, words)
    for place in list(library.places)[:4]:
        telling.say(Placed(place=place, words=words[0]))
    return telling.plan()


def small(language: str) -> CarePlan:
    """A little of everything."""
    telling, words, library = Telling(language), OWN[language], shelf(language)
    for number, question in enumerate(list(library.questions.values())[:24:3]):
        telling.say(_answer(question.id, number, words))
    _topics(telling, library, words, most=4)
    return telling.plan()


def with_answers(words: list[str], language: str = "en") -> CarePlan:
    """A plan with these answers, on questions that stand in booklet and card."""
    telling = Telling(language)
    asked = [q.id for q in shelf(language).questions.values() if q.card and q.level < 3 and not q.names_drugs]
    for question, answer in zip(asked, words, strict=False):
        telling.say(Answered(question=question, words=answer))
    return telling.plan()


def all_of(plan: CarePlan) -> Picks:
    """Picks that leave nothing out."""
    return Picks(questions=frozenset(plan.answers), topics=frozenset(plan.topics))


def receipt(language: str) -> Receipt:
    """A receipt for something that was open and was stopped."""
    words = OWN[language]
    given = Event(time=BEGAN, validity="-> 7", entity=words[0], type=words[1], state=ConsentState.GIVEN)
    ended = Event(time=MADE_AT, validity="-", entity=words[0], type=words[3], state=ConsentState.WITHDRAWN)
    named = {name: f"{name}: {words[2]}" for name, field in Receipt.model_fields.items() if field.annotation is str}
    return Receipt(**named, party=_party(words), events=(given, ended))


def _party(words: tuple[str, ...]) -> Party:
    return Party(id="0a1b2c3d", name="Rosa", address=words[0], contact=words[0], type=words[0])


def shelves() -> list[Shelf]:
    """The languages that are printed in the tests."""
    return [shelf("en"), shelf("es")]


def _answer(question: str, number: int, words: tuple[str, ...]) -> Answered:
    standings = {5: Standing.NOT_SURE, 9: Standing.OUT_LOUD, 13: Standing.ON_THE_DAY, 17: Standing.SKIPPED}
    standing = standings.get(number, Standing.WORDS)
    return Answered(question=question, standing=standing, words=words[number % len(words)])


def _topics(telling: Telling, library: Shelf, words: tuple[str, ...], *, most: int = 99) -> None:
    stances = list(Stance)
    for number, topic in enumerate(list(library.topics)[:most]):
        if number == 1:
            telling.say(Wondered(topic=topic, words=words[0]))
            continue
        telling.say(Explained(topic=topic, points=frozenset(Point), who="Maya"))
        telling.say(Decided(topic=topic, stance=stances[number % 6], words=words[number % 4], conditions=words[0]))
        if number % 3 == 0:
            stance = stances[(number + 3) % 6]
            telling.say(Decided(topic=topic, stance=stance, words=words[2], look_again=words[0]))


def _goals(telling: Telling, words: tuple[str, ...]) -> None:
    for number, state in enumerate(GoalState):
        goal = str(number + 1)
        telling.say(Wished(goal=goal, words=words[3], why=words[1]))
        telling.say(Stepped(goal=goal, words=words[0], helper="Rosa"))
        telling.say(Went(goal=goal, how=list(Going)[number % 6], words=words[0]))
        telling.say(Moved(goal=goal, state=state))
