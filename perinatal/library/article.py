"""The pages one reads without a plan: rights, safety, overdose."""

import datetime

from pydantic import BaseModel

from perinatal.library.question import Number
from perinatal.library.source import Fact, Id, Words


class Part(BaseModel, frozen=True, extra="forbid"):
    """One heading of an article and what stands under it."""

    heading: Words
    words: tuple[Words, ...] = ()
    points: tuple[Words, ...] = ()
    facts: tuple[Fact, ...] = ()


class ArticleFacts(BaseModel, frozen=True, extra="forbid"):
    """What is the same in every language."""

    number: Number
    reviewed: datetime.date


class Article(ArticleFacts, frozen=True):
    """One public page."""

    id: Id
    title: Words
    intro: Words
    parts: tuple[Part, ...]
