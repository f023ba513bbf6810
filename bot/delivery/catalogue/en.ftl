### Every sentence that villagers and cadres read.

list-separator = { ", " }

who-you-are =
    Hello { $name }! Your number is { $id }.
    { $keywords-count ->
        [0] If something troubles you, just write it here.
       *[other] You spoke of: { $keywords }.
    }

not-understood = I cannot read this one. Please say it in words.

not-yours = This button is not meant for you.

already-so = This step was taken already; there is no need to tap again.

not-now = This matter does not need that step now.

too-late = It is too late for this step. Just say what you have to say.

not-granted = Each level may take more time only once, within the days allowed; danger may not.

busy = The system is a little busy. Your words are kept; there is no need to send them again.

# The first call got no answer, so the same words are sent once more.
resent = (sent again) { $text }

# Cards (courier)

card-head-due = { $mark } { $number } · { $category } · { $due-by }

card-head = { $mark } { $number } · { $category } · { $status }

card-home = { $village } { $address }, family { $head }

card-words = “{ $words }”

card-enclosed = And: { $kinds }

enclosed-photo = a photo

enclosed-voice = a voice message

enclosed-video = a video

enclosed-document = a file

enclosed-place = a place

enclosed-contact = a contact

card-keywords = Keywords: { $keywords }

card-private = Not public. Only whoever works on it may read it.

card-story = So far: { $steps }

step-file = { $at } said

step-accept = { $at } taken

step-answer = { $at } answered

step-escalate = { $at } passed up

step-refer = { $at } referred

step-return = { $at } returned

step-judge-half = { $at } called half solved

step-judge-unsolved = { $at } called not solved

step-reopen = { $at } said again

card-gone = This matter is not with you any more.

card-accept = I take it

card-escalate = Pass it up

card-more = More

card-open = Open

status-filed = just said

status-referred = referred

status-escalated = passed up

status-accepted = somebody is on it

status-asked = waits for the household

status-half-solved = half solved

status-answered = answered, not judged yet

status-resting = answered, and the household is not content

status-closed = over

status-withdrawn = taken back

unreached =
    { $number }: the phone of family { $head } cannot be reached, and the answer did not arrive.
    Please call or visit them. { $phone }
