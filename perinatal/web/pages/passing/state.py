"""What the page for passing a tablet back knows: what is open to this member now, and what could be shown once."""

import reflex as rx

from perinatal.web.parts.here import Here, house
from perinatal.web.sessions import Session
from perinatal.web.tablets import Tablet


class PassingState(Here):
    """What the parent is told before she answers what may be seen."""

    ask: str = ""
    open: str = ""
    page: str = ""

    @rx.event
    def load(self) -> None:
        """Say what is open to this member now, and which page could be shown once."""
        session, tablet = self._enter(), house().tablets.of(self._digest)
        self.saved = self.ask = self.open = self.page = ""
        if session and tablet:
            self._show(session, tablet)

    def _show(self, session: Session, tablet: Tablet) -> None:
        words, plan, member = self._shelf, session.plan, tablet.member.hex()
        toolkit = house().toolkit
        name = toolkit.handing.called(plan, member) or words.say("yours.pass.them")
        person = plan.says.company.people.get(member)
        sees = person.sees(toolkit.company.today) if person else frozenset[str]()
        parts = [title for part, title in toolkit.company.parts(words.language) if part in sees]
        self.ask = words.say("yours.pass.ask", name=name)
        self.open = (
            words.say("yours.pass.open_now", name=name, parts=", ".join(parts))
            if parts
            else words.say("yours.pass.none_open", name=name)
        )
        can = plan.opened.plan_id == tablet.plan and toolkit.handing.can_show(
            plan, member, session.item, words.language
        )
        title = toolkit.handing.title(session.item, words.language)
        self.page = words.say("yours.pass.was_on", page=title) if can else ""
