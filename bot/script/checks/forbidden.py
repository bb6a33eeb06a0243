"""What is not said, by rule and language, and why.

Sources: method C0 (copy), safety D2.2 (nothing that tells what somebody is doing), D3.5
(nothing that could serve as evidence), D3.6 (verdicts), D3.7 and D4.8 (no promise of safety),
D4.10 (self-harm), D10 (claims), D11 (pressure), D15 (nothing by colour alone). Every rule has
a list for every language; they are for whoever knows that language to extend. What is found
by mistake is quicker written another way than argued about.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

import msgspec

LANGUAGES = ("en", "de")

Patterns = Mapping[str, re.Pattern[str]]  # language → what is not said


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """Something that is not said."""

    reason: str  # goes on behind what was found: '"toxic", which is a verdict'
    said: Patterns
    mend: str = "Say it another way."
    unless_denied: bool = False  # "it does not treat anything" is no claim
    of_the_bot: bool = False  # people may say it of themselves, in choices, cards and quotations


def _said(**lists: str) -> Patterns:
    """A list for each language: whole words, in upper or lower case.

    Alternatives are parted by two spaces or a line break; a line that begins with "|" goes on
    with the one before. An apostrophe stands for the typographic one too, a space for any
    white space.
    """
    found = {}
    for language in LANGUAGES:
        whole = re.sub(r"\s*\n\s*(?=\|)", "", lists[language].strip())
        parts = re.split(r"\s*\n\s*|\s{2,}", whole)
        text = "|".join(parts).replace("'", "['\u2019]").replace(" ", r"\s+")
        found[language] = re.compile(rf"(?<!\w)(?:{text})(?!\w)", re.IGNORECASE)
    return MappingProxyType(found)


DENIES: Patterns = _said(  # in the sentence that also holds what is found
    en=r"not  never  no  nobody  none  nothing  without  \w+n't",
    de=r"nicht  nichts  nie  niemand  ohne  kein\w*",
)

_HARD = "(?:hard|tough|painful|difficult|rough|awful|heavy|lonely|scary|stressful|great|lovely)"
_COLOUR = "(?:red|green|blue|yellow|orange|gr[ae]y|purple|pink)"
_TREATED = (
    "(?:anxiety|depression|trauma|stress|panic|ptsd|symptoms?|disorders?|illness(?:es)?"
    "|conditions?|mental health|relationships?|bonds?|attachment|moods?)"
)
_BEHANDELT = (
    r"(?:angst|ängste|depression\w*|trauma\w*|stress|panik\w*|symptome?|störung\w*"
    r"|krankheit\w*|beschwerden|psyche|beziehung\w*|bindung\w*)"
)

RULES = (
    Rule(
        reason="names what people are to each other",  # method C0
        said=_said(
            en=r"""
            (?:partner|couple|spouse|husband|wife|boyfriend|girlfriend|soulmate|lover)s?  wives
            significant others?  (?:better|other) hal(?:f|ves)  fianc[ée]e?s?
            """,
            de=r"""
            Partner(?:in|innen|s|n)?  (?-i:Paar(?:e|es|en|s)?)  Gatt(?:e|in|en)
            Ehe(?:mann|männer|frau|frauen|partner\w*|leute)  Verlobte[rn]?
            feste[rn]? Freund(?:in)?  bessere Hälfte  Lebensgefährt\w+
            """,
        ),
    ),
    Rule(
        reason="puts pressure",  # safety D11
        said=_said(
            en=r"""
            streaks?  leaderboards?  badges?  high ?scores?  troph(?:y|ies)  achievements?  rewards?
            level(?:l?ed|l?ing)? up  (?:next|new|higher|top) levels?  levels? \d+
            you(?:'ve| have)? unlocked  (?:\d+|bonus|extra|more) points
            (?:earn|win|won|gain|collect|lose)\w* (?:\w+ )?points?
            you(?:'ve| have)? missed  we(?:'ve| have)? missed you  (?:we|I) miss you
            (?:is|are|was|were) waiting  (?:waits?|waiting) for (?:you|them|x)
            last chance  (?:don't|do not|never) forget  remember to  too late  running out
            finally  at last  keep it up  don't (?:stop|give up) now  come back soon
            it(?:'s| has) been (?:a while|a long time|x|\w+) (?:days?|weeks?|since you)
            (?:still|yet) to (?:answer|reply|finish)  overdue  deadlines?  you should have
            """,
            de=r"""
            Serien?rekord\w*  Bestenlisten?  Abzeichen  Punktestand  Pokale?  Belohnung(?:en)?
            (?:nächste[sn]?|neue[sn]?|höhere[sn]?) Levels?  Level \d+  freigeschaltet
            (?:\d+|mehr|weitere) Punkte  Punkte (?:verdient|gesammelt|gewonnen|verloren)
            verpasst  wir vermissen dich  ich vermisse dich
            wart(?:et|en) (?:schon )?auf (?:dich|sie|ihn|x)  (?:X|er|sie) wartet
            letzte (?:Chance|Gelegenheit)  vergiss nicht  nicht vergessen  denk daran  zu spät
            endlich  weiter so  bleib dran  komm bald wieder  überfällig  du hättest
            """,
        ),
    ),
    Rule(
        reason="hurries",  # safety D11
        unless_denied=True,
        said=_said(
            en=r"""
            hurry(?: up)?  rush  quickly  as soon as (?:you can|possible)  asap
            act now  do it now  time is short
            """,
            de=r"""
            beeil\w*  schnell(?:er|stens|stmöglich)?  so bald wie möglich  möglichst bald
            höchste Zeit  jetzt aber
            """,
        ),
    ),
    Rule(
        reason="compares people",  # safety D11
        said=_said(
            en=r"""
            than (?:most|others|other people|every(?:one|body)(?: else)?|any(?:one|body)|average)
            (?:most|other|all|many) (?:people|persons) (?:do|can|finish|share|answer|manage|feel)
            every(?:one|body) else  unlike (?:you|them|others)  compared (?:to|with)
            (?:above|below) average  the (?:best|worst) (?:listener|sharer)  keep(?:s|ing)? up with
            """,
            de=r"""
            als (?:die meisten|andere|alle anderen|jede[rn]? andere|der Durchschnitt)
            die meisten (?:Leute|Menschen)  alle anderen  verglichen mit  im Vergleich
            (?:über|unter)durchschnittlich  mithalten
            """,
        ),
    ),
    Rule(
        reason="praises depth",  # safety D11
        said=_said(
            en=r"""
            brave(?:r|st|ly|ry)?  courag(?:e|eous)  (?:so|how|very|really) (?:deep|vulnerable|open)
            proud of (?:you|them|x|yourself)  (?:well|nicely) done  (?:good|great|nice) (?:job|work)
            great (?:share|sharing|answer)  (?:go|goes|going|went) deep(?:er)?
            (?:more|most) (?:open|honest|vulnerable)  open(?:ed|ing)? up
            """,
            de=r"""
            mutig(?:er|e|en|es)?  tapfer\w*  (?:so|wie|sehr|wirklich) (?:tief|verletzlich|offen)
            stolz auf (?:dich|sie|ihn|x)  gut gemacht  (?:gute|tolle|super) (?:Arbeit|Antwort)
            tiefer (?:gehen|gegangen)  geh(?:st|t)? tiefer
            """,
        ),
    ),
    Rule(
        reason="could be held against somebody",  # safety D3.5
        said=_said(
            en=r"""
            scor(?:e|es|ed|ing)  grad(?:e|es|ed|ing)  rank(?:s|ed|ing|ings)?  report cards?
            rat(?:e|es|ed|ing) (?:x|them|him|her|people|each other|this person|the other person)
            (?:x's|their|his|her) (?:ratings?|scores?|record)  average (?:rating|answer|number)
            (?:respond|react|listen|answer|repl(?:y|ie))(?:s|ed)? (?:\w+ )?(?:badly|poorly|worse)
            (?:bad|poor|good|great) (?:listener|sharer)s?  out of (?:\d+|five|ten)  track record
            X (?:always|never|often|keeps) (?!sees?\b|knows?\b|gets?\b|reads?\b|hears?\b)\w+
            (?:is|was|as) (?:proof|evidence)  charts?  statistics  patterns? of behaviou?r
            """,
            de=r"""
            (?-i:Noten?)  benotet  bewertet (?:sie|ihn|x|die andere Person)  bewerte (?:sie|ihn|x)
            (?:ihre|seine|deren) Bewertung(?:en)?  Durchschnittswert  Rangliste  Rang \d+  Zeugnis
            (?:reagiert|antwortet|hört) (?:\w+ )?schlecht(?:er)?(?: zu)?  von (?:fünf|zehn) Punkten
            (?:schlechte|gute)r? Zuhörer(?:in)?  Statistik(?:en)?  Beweise?  Verhaltensmuster
            """,
        ),
    ),
    Rule(
        reason="is a verdict",  # safety D3.6
        said=_said(
            en=r"""
            gaslight\w*  narcissis\w*  toxic\w*  avoidant  co-?dependen\w*  abusers?  abusive
            manipulat\w+  love-?bomb\w*  red flags?  psychopath\w*  sociopath\w*  borderline
            attachment (?:style|type|issue|wound)s?  (?:anxious|insecure)(?:ly)? attach\w*
            trauma bond\w*  enmesh\w*  stonewall\w*  passive-?aggressive  dysfunctional
            needy  clingy  selfish  triggered  emotionally (?:immature|unavailable)
            over-?react\w*  oversensitive  drama queen  hysterical  perpetrators?
            """,
            de=r"""
            gaslight\w*  narzis\w*  toxisch\w*  vermeidend\w*  ko-?abhängig\w*  co-?abhängig\w*
            Täter(?:in)?  manipulat\w+  manipulier\w+  love-?bombing  psychopath\w*  soziopath\w*
            borderline\w*  Bindungs(?:stil|typ|störung)\w*  traumabindung\w*  passiv-?aggressiv\w*
            dysfunktional\w*  bedürftig\w*  egoistisch\w*  getriggert  hysterisch\w*
            überreag\w+  überempfindlich\w*
            """,
        ),
    ),
    Rule(
        reason="makes a claim",  # safety D10
        unless_denied=True,
        said=_said(
            en=rf"""
            (?:treat|reduce|cure|heal|relieve|prevent|diagnose|improve|ease|lower|monitor|overcome
            |fix|strengthen|repair|save)(?:s|es|ing)? [^.!?]*?{_TREATED}
            helps?(?: you| people| them)? (?:with|against|through) (?:\w+ )?{_TREATED}
            (?:clinically|scientifically|medically) \w+  evidence-?based  proven to  guarantee[sd]?
            (?:studies|research|science|experts?) (?:show|prove|say|agree|find)\w*
            therapeutic  (?:is|as|like) (?:a kind of |a form of )?(?:therapy|treatment)
            you (?:are|seem|have|may have|might have|suffer from) (?:a |an )?{_TREATED}
            you (?:are|seem) (?:depressed|traumati[sz]ed|ill|mentally \w+)
            (?:will|to) (?:bring|make) you (?:closer|happier|healthier)  nervous system
            will (?:be|feel|get|grow) (?:closer|happier|healthier|healed)
            vagus  cortisol  dopamine  oxytocin  heart rate  blood pressure
            """,
            de=rf"""
            (?:behandelt|lindert|heilt|verringert|verbessert|stärkt|reduziert|senkt|löst|rettet
            |überwindet|hilft (?:gegen|bei)) [^.!?]*?{_BEHANDELT}
            (?:klinisch|wissenschaftlich|medizinisch) \w+  evidenzbasiert  nachweislich  garantiert?
            (?:Studien|Forschung|Fachleute) (?:zeig|beweis|sag)\w*  therapeutisch\w*
            (?:ist|als|wie) (?:eine )?(?:Therapie|Behandlung)  Nervensystem  Blutdruck
            du (?:hast|leidest an) (?:eine )?{_BEHANDELT}  du bist (?:depressiv|traumatisiert|krank)
            """,
        ),
    ),
    Rule(
        reason="promises safety",  # safety D3.7, D4.8
        unless_denied=True,
        said=_said(
            en=r"""
            keeps? (?:you|them|people) safe  you(?:'re| are) safe  safe (?:space|place)  24/7
            (?:completely|fully|totally|always|100 ?%) (?:private|safe|secure|anonymous|secret)
            (?:someone|somebody|a person) (?:reads|watches|will (?:read|see|come|help))
            end-to-end encrypted
            """,
            de=r"""
            (?:hält|halten) (?:dich|euch) sicher  du bist sicher  sicherer (?:Ort|Raum)
            (?:völlig|ganz|absolut|immer|100 ?%) (?:privat|sicher|anonym|geheim)
            Ende-zu-Ende-verschlüsselt  (?:jemand|ein Mensch) (?:liest mit|wacht|hilft dir)
            """,
        ),
    ),
    Rule(
        reason="tells what somebody is doing",  # safety D2.2
        said=_said(
            en=r"""
            (?:is|are|was|were|started) typing  (?:has|have|was|were) (?:just )?seen
            last seen  (?:is|was|are) online  (?:has|have) (?:opened|read) (?:it|this|your)
            read (?:at|by) X  (?:has|have)(?:n't| not) (?:answered|replied|finished|read|opened)\w*
            """,
            de=r"""
            (?:tippt|schreibt) gerade  zuletzt (?:online|gesehen)  ist online  war online
            hat (?:es|das|deine \w+) (?:gesehen|gelesen|geöffnet)
            hat (?:noch )?nicht (?:geantwortet|gelesen|reagiert)
            """,
        ),
    ),
    Rule(
        reason="pretends that a program feels",  # method C0
        mend="Say what it does instead.",
        of_the_bot=True,
        said=_said(
            en=rf"""
            (?:I|we)(?:'m|'re| am| are| was)? (?:really |so |very )*(?:feel|felt|understand|care
            |sorry|proud|worried|happy|glad|sad|grateful|touched|moved|honou?red|excited|know how
            |hear you|heard you|hope|wish|love|enjoy|worry|believe in|trust you|imagine)
            I can (?:see|imagine|hear|feel|tell (?:that|you|how))  (?:am|are|'m|'re|be) here for you
            that (?:sounds|must be|must have been|seems) (?:\w+ )?{_HARD}
            you(?:'re| are) not alone  sending (?:you )?(?:love|hugs?|strength|warmth)  my heart
            thank you for (?:trusting|opening|being so|being (?:open|honest|vulnerable))
            """,
            de=r"""
            ich (?:fühle|spüre|verstehe|sorge mich|hoffe|wünsche|liebe|vertraue|glaube an|höre dich)
            ich bin (?:so |sehr )?(?:stolz|froh|traurig|gerührt|dankbar|für dich da|bei dir)
            (?:tut|täte) mir (?:so |sehr )?leid  für dich da  du bist nicht allein
            das klingt (?:\w+ )?(?:schwer|hart|schlimm|traurig|schmerzhaft|schön)
            danke für (?:dein|euer) Vertrauen  danke, dass du dich (?:öffnest|geöffnet hast)
            """,
        ),
    ),
    Rule(
        reason="names a way to do harm",  # safety D4.10
        mend="Say nothing of how.",
        said=_said(
            en=r"""
            overdos\w+  pills?  poison\w*  razors?  bleach  firearms?  guns?  bullets?  noose
            hang(?:s|ing)? (?:your|him|her|my|them|one)sel\w+  slit\w*  drown\w*
            (?:cut(?:s|ting)?|burn(?:s|ing)?) (?:your|him|her|my|them|one)sel\w+  carbon monoxide
            jump(?:s|ed|ing)? (?:off|from|out of|in front of)  suicide (?:methods?|notes?)
            """,
            de=r"""
            Überdosis  Überdosen  Tabletten  Gift  vergift\w*  Rasierklingen?  Schusswaffen?  Strick
            erhäng\w*  Pulsadern?  ertränk\w*  ritz(?:en|t)  springen von  vor (?:den|einen) Zug
            Abschiedsbriefe?
            """,
        ),
    ),
    Rule(
        reason="is not how suicide is spoken of",  # safety D4.10
        mend='Say "died by suicide", or "thoughts of suicide".',
        said=_said(
            en=r"""
            commit(?:s|ted|ting)? suicide  (?:successful|completed|failed|unsuccessful) suicides?
            (?:successful|completed|failed|unsuccessful) (?:suicide )?attempts?  suicide victims?
            succeed(?:s|ed)? in (?:killing|ending)\b[^.!?]*  (?:cry|cries) for (?:help|attention)
            """,
            de=r"""
            Selbstm(?:ord|orde|örder\w*)  Freit(?:od|ode)  Suizid (?:begehen|begangen|beging|verübt)
            (?:erfolgreiche|vollendete|gescheiterte|missglückte)[rsn]? (?:Suizid\w*|Versuch\w*)
            Hilfeschrei
            """,
        ),
    ),
    Rule(
        reason="tells things apart by colour",  # safety D15
        mend="Call it by its name.",
        said=_said(
            en=rf"""
            {_COLOUR} (?:button|one|dot|box|line|text|card|mark|light|circle|message)s?
            (?:in|marked|shown) {_COLOUR}
            """,
            de=r"""
            (?:rot|grün|blau|gelb|grau|lila|rosa)(?:e[nrs]?)? (?:Knopf|Knöpfe|Punkt|Feld|Zeile)
            (?:in|ist) (?:Rot|Grün|Blau|Gelb|Grau)(?: markiert| gezeigt)?
            """,
        ),
    ),
)
