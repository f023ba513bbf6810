### Every sentence that villagers and cadres read.

list-separator = { ", " }

who-you-are =
    Hello { $name }! Your number is { $id }.
    { $keywords-count ->
        [0] If something troubles you, just write it here.
       *[other] You spoke of: { $keywords }.
    }

not-understood = I cannot read this one. Please say it in words.

busy = The system is a little busy. Your words are kept; there is no need to send them again.

# The first call got no answer, so the same words are sent once more.
resent = (sent again) { $text }
