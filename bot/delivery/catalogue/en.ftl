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
