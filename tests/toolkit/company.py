"""A parent and somebody to let in, both with their plans and words open."""

from datetime import date, timedelta

from perinatal.care import Audience, CarePlan, Person, Suggestion, Turn
from perinatal.care.sharing import LetIn, ShareAnswer, Shared, Suggested
from perinatal.toolkit.visiting import OpenVisit
from perinatal.vault import Member
from tests.toolkit.conftest import Place, do

TEAM, BIRTH, TRUSTED = frozenset({Audience.TEAM}), frozenset({Audience.BIRTH}), frozenset({Audience.TRUSTED})


class Room:
    """A place with one kept plan, in which a midwife was named and is shown nothing yet."""

    def __init__(self, place: Place, audience: Audience = Audience.TEAM) -> None:
        self.place, self.toolkit, self.plan = place, place.toolkit, place.plan
        self.words = do(self.toolkit.keep(self.plan, "en"))
        self.midwife, self.midwifes_words = do(self.toolkit.members.add("en"))
        self.name(self.midwife, audience)

    @property
    def today(self) -> date:
        return self.place.now.astimezone().date()

    def name(self, member: Member, audience: Audience = Audience.TEAM, called: str = "D.") -> None:
        said = LetIn(member=member.id.hex(), public=member.public.hex(), name="Ana", audience=audience, called=called)
        do(self.toolkit.company.let_in(self.plan, said, "en"))

    def share(
        self,
        part: str = "A",
        days: int | None = 7,
        answer: ShareAnswer = ShareAnswer.YES,
        member: Member | None = None,
    ) -> None:
        until = None if days is None else self.today + timedelta(days=days)
        said = Shared(member=(member or self.midwife).id.hex(), part=part, answer=answer, until=until)
        do(self.toolkit.company.share(self.plan, said, "en"))

    def stop(self, part: str = "", member: Member | None = None) -> Turn:
        return do(self.toolkit.company.stop(self.plan, "en", member=(member or self.midwife).id.hex(), part=part))

    def visit(self, member: Member | None = None) -> OpenVisit:
        (grant,) = do(self.toolkit.members.let_in_by(member or self.midwife))
        return self.toolkit.members.enter(member or self.midwife, grant)

    def look(self, visit: OpenVisit, part: str = "A") -> CarePlan:
        return do(self.toolkit.members.look(visit, part, "en"))

    def offer(self, visit: OpenVisit, words: str, item: str = "A1", *, spoken: bool = False) -> Suggestion:
        do(self.toolkit.members.suggest(visit, Suggested(item=item, words=words, spoken=spoken), "en"))
        return list(self.plan.says.company.suggestions.values())[-1]

    @property
    def person(self) -> Person:
        return self.plan.says.company.people[self.midwife.id.hex()]
