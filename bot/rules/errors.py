"""Two families of errors, told apart by who reads them.

Problem                told to the operator: one sentence, one exit status
├── SettingsError      bot.settings
├── PolicyFaulty       bot.policy
├── YearNotCovered     bot.official_calendar
├── CannotListen       bot.listening
├── DatabaseDown       storage.engine
├── SchemaTooNew       storage.migrate
├── TokenRefused       the Bot API does not know our token
├── RosterFaulty       bot.rules.roster.faults
├── UnknownKind        bot.rules.cards
├── MessagesFaulty     bot.reading.grouping
└── DoctorFoundFaults  bot.doctor
Refusal                told to the person in the chat, by a notice of the catalogue
├── NotUnderstood      a message that holds nothing we can read
│   ├── NoSuchHousehold  a name that no household of theirs has
│   ├── NoSuchColleague  a name that no colleague of theirs has
│   ├── NoSuchOfficial   a name or number that nobody in office has
│   └── NoSuchAppeal     a number that no appeal has that they may put into an issue
├── NotYours           a step that is another person's
├── AlreadySo          a step that was taken before: a second tap
│   └── AlreadyCommitted a second promise while the first is open
├── NotNow             a step that has no place in this status
├── NotAtThisLevel     a holder's step that is for another level
├── HeldAbove          taking over what a higher level has in hand
├── NotToThem          handing it to somebody who may not have it
├── NotPublic          showing others what only its holder may read
├── TooLate            a step whose time has passed
├── UrgedToday         the second urging on one day
├── NotGranted         more time than a level may take
├── AfterDue           a promise for a day after the due time
├── DayOver            a promise for a moment that has passed
├── DayOff             a promise for a day on which nobody works
├── TooLong            away for longer than a deputy may stand in
├── ScanAgain          a tap on a card's question that is over
├── CardOver           an official's card that another phone used, or that was replaced
├── OwnHouseholds      a cadre who would hand over the own households
├── OwnExaminer        a cadre who would be a member of a household of theirs
├── AnotherOffice      a card of one official, scanned by another
├── AlreadySent        an answer put otherwise after it went out
├── KeptApart          an appeal that is not for everybody, put into a common issue
├── SaidAlone          an appeal put into one whose author said no, or cannot be told
├── NotAllTheirs       an issue merged of which somebody else has a member
├── AnotherDraft       a draft for somebody else, while one is open
└── NotLinked          a step for those who are linked
"""


class Problem(Exception):
    """What is wrong, where, and what to do, as one sentence for the person at the terminal."""

    exit_status = 1


class TokenRefused(Problem):
    def __init__(self) -> None:
        super().__init__(
            "The Bot API refused HUIYIN_BOT_TOKEN. Copy the token again from BotFather "
            "(or from your own chat server), and check HUIYIN_API_BASE."
        )


class Refusal(Exception):
    """Nothing was changed; `notice` is the catalogue's sentence that tells the person why."""

    notice: str


class NotUnderstood(Refusal):
    notice = "not-understood"


class NoSuchHousehold(NotUnderstood):
    notice = "no-such-household"


class NoSuchColleague(NotUnderstood):
    notice = "no-such-colleague"


class NoSuchOfficial(NotUnderstood):
    notice = "no-such-official"


class NoSuchAppeal(NotUnderstood):
    notice = "no-such-appeal"


class NotYours(Refusal):
    notice = "not-yours"


class NotInYourHands(NotYours):
    notice = "not-in-your-hands"


class AlreadySo(Refusal):
    notice = "already-so"


class AlreadyAccepted(AlreadySo):
    notice = "already-accepted"


class AlreadyCommitted(AlreadySo):
    notice = "already-committed"


class Stale(Refusal):
    notice = "stale"


class NotNow(Refusal):
    notice = "not-now"


class NotAtThisLevel(NotYours):
    notice = "not-at-this-level"


class HeldAbove(Refusal):
    notice = "held-above"


class NotToThem(Refusal):
    notice = "not-to-them"


class NotPublic(Refusal):
    notice = "not-public"


class TooLate(Refusal):
    notice = "too-late"


class UrgedToday(Refusal):
    notice = "urged-today"


class NotGranted(Refusal):
    notice = "not-granted"


class AfterDue(Refusal):
    notice = "after-due"


class DayOver(Refusal):
    notice = "day-over"


class DayOff(Refusal):
    notice = "day-off"


class TooLong(Refusal):
    notice = "too-long"


class ScanAgain(Refusal):
    notice = "scan-again"


class CardOver(Refusal):
    notice = "card-over"


class OwnExaminer(Refusal):
    notice = "own-examiner"


class OwnHouseholds(Refusal):
    notice = "own-households"


class AnotherOffice(Refusal):
    notice = "another-office"


class AlreadySent(Refusal):
    notice = "already-sent"


class AnotherDraft(Refusal):
    notice = "another-draft"


class KeptApart(Refusal):
    notice = "kept-apart"


class SaidAlone(Refusal):
    notice = "said-alone"


class NotAllTheirs(Refusal):
    notice = "not-all-theirs"


class NotLinked(Refusal):
    notice = "not-linked"
