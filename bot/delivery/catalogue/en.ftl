### Every sentence that villagers and cadres read.

list-separator = { ", " }

not-understood = I cannot read this one. Please say it in words.

not-yours = This button is not meant for you.

already-so = This step was taken already; there is no need to tap again.

not-now = This matter does not need that step now.

not-at-this-level = That step is for the level above. If you cannot do it, pass it up.

held-above = A higher level has it already; it cannot be taken over.

not-to-them = They cannot have it: they hold it already, or must not. Please choose somebody else.

not-public = This one is private: only whoever works on it may read it, so nobody else can be given it.

too-late = It is too late for this step. Just say what you have to say.

not-granted = Each level may take more time only once, within the days allowed; danger may not.

already-committed = A day is promised already; it stands until then.

after-due = The promised day may not be later than the due date. For more time, extend it first, under More.

day-over = That day is over; please choose another.

day-off = Nobody works on that day; please choose a working day.

busy = The system is a little busy. Your words are kept; there is no need to send them again.

# The first call got no answer, so the same words are sent once more.
resent = (sent again) { $text }

# Cards (courier)

card-head-due = { $mark } { $number } · { $category } · { $due-by }

card-head = { $mark } { $number } · { $category } · { $status }

card-home = { $village } { $address }, family { $head }

card-written = Written for them by { $writer }

card-words = “{ $words }”

card-enclosed = And: { $kinds }

enclosed-photo = a photo

enclosed-voice = a voice message

enclosed-video = a video

enclosed-document = a file

enclosed-place = a place

enclosed-contact = a contact

card-voice = This family speaks: better to answer by voice, or to call.

card-keywords = Keywords: { $keywords }

card-helper = You help with it. When your part is done, reply to this card: your words go to whoever leads.

card-promised =
    Answer promised { $due-by }{ $form ->
        [none] { "" }
       *[words] : “{ $words }”
    }

card-issue = Common issue · { $count } { $count ->
        [1] household
       *[other] households
    }

card-private = Not public. Only whoever works on it may read it.

card-story = So far: { $steps }

step-file = { $at } said

step-accept = { $at } taken

step-answer = { $at } answered

step-escalate = { $at } passed up

step-refer = { $at } referred

step-return = { $at } returned

step-take-over = { $at } taken over above

step-forward-up = { $at } forwarded up

step-hand-over = { $at } handed over

step-judge-half = { $at } called half solved

step-judge-unsolved = { $at } called not solved

step-reopen = { $at } said again

card-gone = This matter is not with you any more.

card-accept = I take it

card-escalate = Pass it up

card-return = Not ours, return it

card-commit = Promise a day

card-more = More

card-open = Open

card-files = Hear and see what was sent

files-toast = They are below.

file-of-appeal = { $number }

file-of-answer = { $number }, { holder }

status-filed = just said

status-referred = referred

status-escalated = passed up

status-accepted = somebody is on it

status-asked = waits for the household

status-half-solved = half solved

status-forwarded = forwarded up, waiting for the answer

status-answered = answered, not judged yet

status-resting = answered, and the household is not content

status-closed = over

status-withdrawn = taken back

unreached =
    { $number }: the phone of family { $head } cannot be reached, and the answer did not arrive.
    Please call or visit them. { $phone }

unseen =
    { $number }: what was sent to family { $head } has arrived, and nobody has looked at it.
    Please call or visit them. { $phone }

unreached-private = { $number } (not public): what was sent did not arrive. Open it to see whose it is, and speak to nobody else.

unseen-private = { $number } (not public): what was sent has arrived, and was not looked at. Open it to see whose it is, and speak to nobody else.

# The county's own text messages: that there is news, and nothing of what it is.

sms-answer = Your { $number } was answered. Please open Huiyin, or ask your contact cadre.

sms-question = There is a question about your { $number }. Please open Huiyin, or ask your contact cadre.

sms-news = There is news of your { $number }. Please open Huiyin, or ask your contact cadre.

private-opened =
    { $number } (taken back after { $minutes } minutes; who read it is kept):
    { $village } { $address }, family { $head } { $phone }
    “{ $words }”

private-toast = Taken back after { $minutes } minutes.

## Linking: cards scanned, members let in, officials confirmed

menu-say = Say something
menu-mine = My matters
menu-help = Find help

welcome =
    You are linked. This is the Huiyin of { $village }. Whatever troubles you, say it right here: write, speak or take a photo.
    Your household's contact cadre is { $cadre }, phone { $phone }. Only those who work on it see what you say; before anything goes on the echo wall you see it first, without names.

is-this-your-home =
    Hello! This is the Huiyin of { $village }.
    This card is for the household of { $head }, { $address }. Is that your home?

is-this-your-door =
    Hello! This is the Huiyin of { $village }.
    You scanned the plate at a door. Is that your home?

button-my-home = This is my home
button-not-home = Not my home

not-your-home = Nothing was linked. If you are not sure which card is yours, call { $phone }.

scan-again = That was a while ago. Please scan the card once more.

already-linked = You are linked already; just say here what you have to say.

card-useless =
    This card opens nothing: it may have been used, or be too old.
    Please ask your contact cadre for a new one, or call { $phone }.

card-tried-too-often =
    This card opens nothing either. Please wait about an hour before you try again,
    or call { $phone } now: somebody will help you.

own-examiner = You are the contact cadre of this household; its own people have to link.

waiting-for-members = Those of your home who are linked have been asked to agree; you will be told. If it takes long, call { $lead } of { $village }: { $phone }.

waiting-for-lead = Nobody of your home is linked yet, so { $lead } of the village has been asked to agree; you will be told. If it takes long, call { $phone }.

waiting-for-a-call = It is noted. Nobody of the village can agree by phone just now: please call { $lead } of { $village }: { $phone }.

let-in-our-home = Somebody who goes by “{ $name }” scanned the plate at your door and wants to be linked with your household. Are they of your home?

let-in-first =
    Nobody of the household of { $head }, { $address }, { $village }, is linked yet. Somebody who goes by “{ $name }” scanned the plate at its door.
    Please call or go there first, and agree only if they are of that home.

button-let-in = They are, agree
button-keep-out = They are not

you-let-in = { $name } is linked.
you-kept-out = { $name } is not linked.

kept-out = They did not recognise you, so you are not linked. If that is a mistake, call { $lead }: { $phone }.

member-joined = Newly linked with your household: { $name }. Not of your home?
button-not-ours = Not of our home

you-were-unlinked = The household says that you are not of their home; you are no longer linked. If that is a mistake, call { $lead }: { $phone }.

member-unlinked = { $name } is no longer linked with your household.

whom-you-let-in-was-unlinked = The household of { $head }, { $address }, says that “{ $name }” is not of their home; they are no longer linked. It was you who agreed: please ask there.

which-to-leave = Which link shall end? This phone will get nothing from there any more; what you said before is worked on all the same.
button-leave-home = Leave the household of { $head }
button-leave-office = Leave the office of { $name }

you-left = The link has ended. To be linked again, scan a card; if you need help, call { $phone }.

member-left = { $name } has left by themselves and is no longer linked with your household.

official-left = { $name }, { $post } of { $unit }, has ended the link of their phone.

not-linked = You are not linked, so there is nothing to end.

how-to-link =
    Hello! This is Huiyin. Please scan the code on the contact card at your door, so that we know which home is yours.
    No card? Call { $phone }. If a life is in danger, call 119, 120 or 110 first.

how-to-link-village =
    Hello! This is the Huiyin of { $village }. Please scan the code on the contact card at your door, so that we know which home is yours.
    No card? Call { $lead }: { $phone }. If a life is in danger, call 119, 120 or 110 first.

words-kept =
    Your words are kept for { $days } days. We do not know yet which home is yours: please scan the code on the contact card at your door, and we go on from there.
    No card? Call { $phone }. If a life is in danger, call 119, 120 or 110 first.

words-kept-village =
    Your words are kept for { $days } days. We do not know yet which home is yours: please scan the code on the contact card at your door, and we go on from there.
    No card? Call { $lead } of { $village }: { $phone }. If a life is in danger, call 119, 120 or 110 first.

help =
    Contact cadre { $cadre }: { $cadre-phone }
    Village lead { $lead }: { $lead-phone }
    The county: { $office }
    If a life is in danger, call 119, 120 or 110 first.

button-write-for-me = Have it written for me
button-write-for = Write for another household

writer-asked = { holder } was asked to call or visit you, listen, and write it down. If it takes long, call { $phone }.

writer-to-call = Please call { holder }, { $phone }: you say it, they write it down.

asked-to-write =
    The household of { $home } asks you to write something down for them. Please call or visit, write what they say, and read it back.{ $phone ->
        [none] { " " }They left no number.
       *[other] { " " }Phone { $phone }.
    }

button-write-for-them = Write for them

for-whom = For which household? Say the name of its head, or the house.

for-whom-said = For whom do you say this?

which-home = Which household is it?

home = { $home }

other-home = Another household

say-it-for = For { $home }. Go on, in their own words: write, speak or send a picture.

no-such-household = No such household was found. Please say the name of its head again, or the house.

already-sent = These words went out already. To correct them, reply once more.

another-draft = Something is not handed in yet. First tap “Hand in” or “Only talk” below it, then write this.

no-such-appeal = There is no such number, or it is not yours to see. Please write it again, such as “东-127”.

kept-apart = What is not public, or complains of an official, joins no common issue and is offered no past answers.

said-alone = One of them cannot join: its household wants it handled on its own, or cannot be told here.

not-all-theirs = That common issue holds appeals that are not yours. Ask the level above, which reaches all of them.

written =
    { $number } of { $home } goes to { addressee }, who answers them { $due-by }. { $how ->
        [read] It was read back to them; they put right what is wrong.
        [secret] It is not sent to their phone: please read it to them in person.
       *[aloud] They have no phone linked: please read it to them, and tell them the answer when it comes.
    }

written-for-you =
    { $writer } wrote something down for your household, { $number }:
    “{ $words }”
    It goes to { addressee }, who answers you { $due-by }. If it is wrong, say so and it is put right.

button-put-right = Put it right

what-is-wrong = What is wrong about { $number }? Your own words are kept with it.

pass-on = { $number } is of { $home }, who have no phone linked. Please call or visit, and tell them this:

help-not-linked = Call { $phone }: somebody will help you. If a life is in danger, call 119, 120 or 110 first.

help-not-linked-village = Call { $lead } of { $village }: { $phone }. If a life is in danger, call 119, 120 or 110 first.

office-asked =
    Hello! You scanned the card of { $name } (no. { $no }), { $post } of { $unit }. The county office has been asked to confirm; you will be told.
    If it takes long, call { $phone }.

office-confirms =
    Somebody who goes by “{ $called }” scanned the card of { $name } (no. { $no }), { $post } of { $unit }.
    Please call that official first, and confirm only if it was they.

button-appoint = It was they, confirm
button-turn-away = It was not

you-appointed = { $name } is linked.

appointed =
    You are linked: { $name }, { $post } of { $unit }. What people say will come here; just reply to that message.
    Before you go away, name a deputy by /deputy; leads give households another cadre by /handover; to end the link, send /unlink.

second-phone = One more phone, “{ $name }”, now acts as you. Not yours? Call { $phone } at once.

turned-away = The county office did not confirm it. If that is a mistake, call { $phone }.

another-office = This phone is linked with another official. To change, first end that link: send /unlink.

card-over = This card was used, or replaced by a new one; it cannot be confirmed any more.

kept-words = What you said before you were linked is kept: “{ $words }”. Shall it be handed in? You may say more.
kept-pieces = What you sent before you were linked is kept: { $count } voice messages or photos. Shall they be handed in? You may say more.
button-hand-in-kept = Hand it in
button-drop-kept = No need

danger-unlinked =
    If a life is in danger, call 119, 120 or 110 now! Your words have gone to the county, but we do not know which home is yours:
    call { $phone } at once and say in which village and house it is.

danger-of-somebody =
    Urgent! Somebody not linked, who goes by “{ $name }”, just said: “{ $words }”
    The village is not known. Please see at once whether 119, 120, 110 or the county has been called.

## Appeals: telling, handing in, receipts, more words

stale = This has changed just now; please look at the latest message.

urged-today = It was urged once today already. Tomorrow it can be urged again.

addressee =
    { $level ->
        [cadre] cadre { $holder }
        [village] the village lead
        [area] the work area
        [township] the township
        [unit] the township and the discipline office
       *[other] the county
    }

own-cadre =
    { $own ->
        [none] the village lead
       *[other] cadre { $own }
    }

received =
    { $home ->
        [none] Kept, in your own words
       *[other] Kept for { $home }, in your own words
    }

draft-card =
    { $category ->
        [none] { received }: “{ $words }”. Shall it go to { addressee }? If there is more, just go on.
       *[other] { received }: “{ $words }”. It is about { $category }. Shall it go to { addressee }? If there is more, just go on.
    }

draft-private = { received }: “{ $words }”. It sounds like a family matter. Shall only those who handle it see it?

draft-more = This is kept too. When you are done, tap “Hand in”.

draft-go-on =
    { $home ->
        [none] Go on, I am listening.
       *[other] Go on, it is kept for { $home }.
    } What is it about? Write, speak or send a picture.

draft-voice = Your voice message is here. May { addressee } hear it? If it is urgent, call 119/120/110.

draft-wordless =
    { $what ->
        [photo] The photo is here. What is it about? One sentence will do.
        [video] The video is here. What is it about? One sentence will do.
        [place] The place is here. What is it about? One sentence will do.
        [contact] The contact is here. What is it about? One sentence will do.
       *[other] The file is here. What is it about? One sentence will do.
    }

draft-about-cadre = This speaks of { own-cadre }. How shall it go?

draft-two = These are two matters, are they not?

draft-which = Is it about { $number } ({ $title }), or another matter?

draft-still-open = What you said last time is not handed in yet:

draft-laid-aside = What you said last time was never handed in. It is put aside for you, not lost.

button-take-up = Hand it in after all

draft-dropped = Good, it was not handed in. Come back whenever you like.

why-hidden = Good, { own-cadre } does not see it. Which is it?

receipt = { $number } goes to { addressee }, who takes it { $accept-by } and answers you { $due-by }.

receipt-unseen = Good. { own-cadre } cannot see this. Its number is { $number }; { addressee } answers you { $due-by }.

receipt-accusation = Good. { own-cadre } cannot see this. Its number is { $number }; { addressee } answers you { $due-by }.

danger-filed =
    This is urgent: { $near ->
        [none] the village lead and the township
       *[other] cadre { $near }, the village lead and the township
    } are being told. { danger-advice } If life is in danger, call 119/120/110 first. Number { $number }.

# One sentence for each kind of danger, reviewed by the county.
danger-advice =
    { $danger ->
        [fire] Fire: get out first, bend low, cover mouth and nose, do not go back for things.
        [gas] Gas: close the valve, open the windows, get out; no light, no flame, call from outside.
        [collapse] A wall or house may fall: get away from it, do not go back for things.
        [flood] The water rises: go to high ground, do not wade through it.
        [suicide] Do not leave the person alone. 12356 listens day and night.
        [violence] Get to a safe place, lock the door, call 110.
        [missing_child] A child is missing: call 110 now, do not wait.
        [poisoning] Poisoning: call 120 now, and keep what was eaten or drunk for the doctor.
        [live_wire] A wire is down: keep away, touch neither the wire nor the person, cut the power first.
       *[other] Get to a safe place first.
    }

handed-in = Handed in

toast-dropped = Not handed in

toast-urged = Urged for you

toast-done = Done

words-added = Added to { $number }.

urged = { addressee } was urged to answer { $number }.

progress = { $number } ({ $title }) is with { addressee }, who answers you { $due-by }.

progress-settled =
    { $number } ({ $title }) — { $status ->
        [answered] answered
        [withdrawn] withdrawn by you
        [resting] answered, and you were not satisfied; that is kept
       *[other] closed
    }.

nothing-yet = You have handed in nothing yet. If something troubles you, just say it here.

say-it = Go on: write, speak or send a picture.

matter =
    { $shared ->
        [none] { $category }
       *[other] { $category } ({ $shared })
    }

join-asked =
    { $count ->
        [1] One more household
       *[other] { $count } more households
    } { $near ->
        [village] in the village
       *[area] nearby
    } told of { matter }. Shall they be handled together? You get your own answer to { $number } all the same.

join-at-home = { $other } of your household is about this, too. Shall they be handled together? You get your own answer to { $number } all the same.

button-join = Together

button-alone = On its own

joined = Good, they are handled together: { $count } households, yours among them. You get your own answer to { $number } all the same.

joined-toast = Good.

joined-by-another =
    { $near ->
        [home] Somebody else of your household
        [village] Another household in the village
       *[area] Another household nearby
    } told of { matter }; it is handled together with your { $number }. You get your own answer to { $number } all the same.

button-leave-issue = Handle it on its own

put-in =
    { $near ->
        [home] Somebody else of your household told of { matter }.{ " " }
        [village] Others in the village told of { matter }.{ " " }
        [area] Others nearby told of { matter }.{ " " }
        [county] Others in the county told of { matter }.{ " " }
       *[none] { "" }
    }Your { $number } is handled together with the same matter now. You get your own answer all the same. If you do not want it, one tap takes it out.

taken-apart =
    Your { $number } is apart again, { $form ->
        [back] together with those it was with before
       *[alone] on its own
    }. You get your answer all the same.

alone = Good, { $number } is handled on its own.

issue-left = Good, { $number } is on its own again. What you were answered stays.

withdraw-surely = Withdraw { $number }?

withdrawn = { $number } is withdrawn. If you want it taken up again, just say so.

now-private = Only those who handle { $number } see it now.

cadre-barred = Good. { $number } goes to { addressee }, who answers you { $due-by }.

more-about = What else about { $number }?

which-category = What is { $number } about? A word will do, such as “roads”.

category-corrected = Good, { $number } is about { $category } now.

cannot-read = I cannot read this one. Words, voice or a photo will do.

kind-thanks = You are welcome. Come back whenever you like.

kind-greeting = Hello! If something troubles you, just say it here.

more-was-said = More was said about { $number }; the card shows it.

words-changed = The words of { $number } were changed; the card shows the new ones.

less-was-said = A sentence was taken off { $number }: it is another matter.

was-urged = { $number } was urged by its author.

was-withdrawn = { $number } was withdrawn by its author.

became-private = { $number } is private now.

button-hand-in = Hand in

button-hand-in-private = Only for those who handle it

button-hand-in-open = Not private, hand in as usual

button-hand-in-as-it-is = Hand in as it is

button-yes = Yes

button-hide =
    { $cadre ->
        [none] Not for their eyes
       *[other] Not for cadre { $cadre }
    }

button-drop = Only talk

button-two = Two

button-one = One

button-accuse = It is about them (township and discipline office)

button-unseen = They shall not know

button-may-see = They may see it

button-same-matter = Still { $number }

button-other-matter = Another matter

button-apart = This is another matter

button-only-holder = Only for those who handle it

button-urge = Urge it for me

button-withdraw = Withdraw

button-withdraw-surely = Withdraw

button-more = More

button-reclassify = Wrong category

# Answers, verdicts and the echo wall

holder = { $level ->
    [cadre] cadre { $holder }
    [village] the village lead
    [area] the area lead
    [township] the township lead
    [unit] { $holder }
   *[county] the county office
}

already-accepted = It is in hand already.

not-in-your-hands = This matter is not in your hands now; these words were not sent.

accepted = In hand.

escalated-toast = Passed up.

escalated = { $number } is with { holder } now, who answers { $due-by }.

climbed = { $number } was due and you have had no answer; we are sorry. It is with { holder } now, who answers { $due-by }.

danger-nobody = Nobody has seen your urgent matter ({ $number }) yet: call 119/120/110 now, or { $phone }. { danger-advice } The county knows of it.

# The clock's calls to officials, one for each kind.

call-yellow = Yellow card: { $numbers }, to be answered { $due-by }.

call-unaccepted = { $numbers }: the time to accept has passed.

call-climbed = Red card: { $numbers } was not answered in time and is with { holder } now.

call-new = { $numbers }: passed up to you.

call-red = Red card: { $numbers } is overdue and can climb no further; please answer.

commitment-late = Promise not kept: { $numbers }. { $by } promised an answer for { $due }, and there is none.

danger-unopened = Danger { $number }: nobody has opened it yet. Act now.

caught-up = The system was down; meanwhile appeals came due or were passed up to you. Please look at them one by one.

answer-dropped =
    { $number } has left your hands, and what you said was not sent{ $form ->
        [files] .
       *[words] : “{ $words }”
    }

words-came-late =
    { $number } is not in your hands any more; { holder } has it now. What you said was not sent to the household, and is kept.
    Shall whoever has it now get it?

words-after-end = { $number } has ended. What you said was not sent to the household, and is kept.

button-pass-on = Pass it on to whoever has it now

passed-on-toast = Passed on.

passed-on =
    { $number }: { $name }, who had it before, says{ $form ->
        [files] {" "}something: below.
       *[words] : “{ $words }”
    }

outcome-asked = That is your answer to { $number }. What does it come to?

answer-revised = The changed words go out. What it comes to is tapped above.

outcome-solved = Done

outcome-telling = Still working on it

outcome-partly = Done in part

outcome-explained = Can only explain

outcome-cannot = Cannot be done

outcome-forwarded = The higher authority answered

reason-asked = { $outcome ->
    [cannot] Why can it not be done? One sentence; it goes out with your words.
   *[explained] Why is it so? One sentence; it goes out with your words.
}

reason-is-above = As said above

reason-toast = One sentence more: why.

answer-sent = Sent to the household.

together-asked =
    This is a common issue, and { $count } more of it { $count ->
        [1] is
       *[other] are
    } with you. Answer them with these words, too?
    “{ $words }”

button-together = Answer all

button-only-this = Only this one

together-sent =
    { $count } more answered; each household has its own answer and judges alone.{ $left ->
        [0] { "" }
       *[other] { " " }{ $left } others are not with you, or wait for words of their own.
    }

only-this-toast = Good, only this one.

put-in-asked =
    With which one is { $number } the same matter? { $found ->
        [0] None like it was found: write a number
       *[other] Tap one, or write a number
    }, such as “东-127”. Every household hears of it and may leave.

put-in-partner =
    { $number } · { $category }{ $count ->
        [1] { "" }
       *[other] { " " }· { $count } households
    }

put-in-done = Done: { $number } and { $other } are one common issue of { $count } households. Whoever was put in was told, and may leave.

button-take-apart = Take apart

taken-apart-done = Taken apart: { $numbers }. Each household was told.

issue-opened =
    Common issue · { $category } · { $count } households, { $grown } of them in the last seven days.{ $villages-count ->
        [0] { "" }
       *[other] { "\u000A" }{ $villages }
    }{ $unlisted ->
        [0] { "" }
       *[other] { "\u000A" }{ $unlisted } more are not listed.
    }{ $answers-count ->
        [0] { "" }
       *[other] { "\u000A" }Answered so far:{ "\u000A" }{ $answers }
    }

issue-village =
    { $village }, { $count }{ $answered ->
        [0] { "" }
       *[other] { " " }({ $answered } answered)
    }: { $numbers }

issue-answer = “{ $reply }” ({ how-it-ended })

how-it-ended =
    { $outcome ->
        [solved] done
        [partly_solved] a part is done
        [explained] explained; nothing has changed
        [cannot] cannot be done
        [withdrawn] taken back
       *[forwarded_up] passed beyond the county
    }

past-toast =
    { $count ->
        [0] There is no past answer to go by.
       *[other] Good.
    }

past-answer =
    { $village } · answered { $answered } · { how-it-ended } · { $verdict ->
        [solved] called solved
        [half] called half solved
        [not_solved] ⚠ called not solved
       *[none] not judged
    }
    Villager: “{ $words }”
    Answer: “{ $reply }”

past-use = Answer like this

past-mark-stale = Out of date

past-withdrawn = This example was withdrawn.

past-draft =
    This is a past answer, and nothing was sent. Change it and reply to this message: that answers { $number }. To send it as it is, tap below.
    { $reply }

past-say = Say just this

past-marked = Good, nobody is offered this answer any more.

past-lift = Not out of date

past-lifted = Good, this answer is offered again.

sent-as-telling = { $number }: ten minutes without a tap; your words went out as “still working on it”, the due date stays.

told =
    { $number }, { holder } says:
    { $form ->
        [files] (above, to be heard and seen)
       *[words] “{ $words }”
    }
    It is being worked on; you hear { $due-by }.

answered =
    { $number } has an answer ({ holder }):
    { $form ->
        [files] (above, to be heard and seen)
       *[words] “{ $words }”
    }{ $why ->
        [given] { " " }The reason: “{ $reason }”
       *[none] { "" }
    }
    { $outcome ->
        [solved] They say it is done.
        [partly_solved] They say a part is done, and not all.
        [explained] They say they can only explain; nothing has changed.
        [cannot] They say it cannot be done.
       *[forwarded_up] It went up beyond the county.
    }
    Is it solved?

verdict-solved = Solved

verdict-half = Half solved

verdict-not-solved = Not solved

verdict-asked-again = { $number }: is it solved, do you think? One tap is enough.

judged = Noted.

judged-solved = { $number } is noted as solved. Write whenever something troubles you.

judged-half = { $number } is noted; { holder } goes on with it and answers { $due-by }. What is missing? One sentence is enough.

judged-unsolved = { $number } is noted and went to { holder }, who answers { $due-by }. What is not solved? One sentence is enough.

judged-rest = { $number } is noted: answered, and you are not satisfied. The county can see it. What is not solved? Write whenever there is news.

missing-noted = Good, these words went along.

missing-told =
    { $number }, the household says:
    “{ $words }”

kept-private = Good, only those who work on it can read it now.

cadre-more = What else?

cadre-more-toast = Please choose.

more-ask-back = Ask back

more-extend = More time

more-refer = To another unit or official

more-take-over = Take it over

more-call-in = Call in help

more-forward-up = Forward up

more-bring-back = Take it up again

more-withdraw = Withdraw for this household

more-hide = Make private

more-category = Change category

more-put-in = Put into a common issue

more-past = How was it answered before?

card-category = Category

category-asked = What is it about? Tap one, or write a word, such as “roads”.

category-toast = Please choose.

category-named = { $category }

category-noted = Noted: { $category }.

ask-back-asked = What do you want to ask? Your own words go to the household.

ask-back-toast = Just say it.

ask-back-sent = Asked. The due date stays.

asked-back =
    { $number }, { holder } wants to ask you:
    “{ $words }”
    Just reply to this.

extend-asked = By how many working days? Each level may once.

extend-toast = Please go on.

extend-days = { $days } days

extend-why = Why? One sentence; the household reads it.

extension-noted = Due { $due } now.

extended =
    { $number } takes some days more; you hear { $due-by }. { holder } says:
    “{ $reason }”

due-moved = The day for { $number } has changed: by the county's present rules you hear { $due-by }.

refer-asked = To whom? Tap one, or write the name of a unit or an official.

refer-toast = Please choose.

refer-to-unit = { $unit }

refer-to-cadre = Contact cadre { $name }

refer-why = Why to { $name }? One sentence; they read it.

refer-plainly = It is their business

referred-toast = Referred.

referred-noted = Referred to { $name }; the due date stays.

referred = { $number } went to { holder }; you still hear { $due-by }.

referred-to-you =
    { $number } is referred to you:
    “{ $reason }”

taken-over = { holder } has taken { $number } in hand; you still hear { $due-by }.

taken-over-toast = It is yours now; the due date stays.

call-asked = Who should help? You stay in the lead. Tap a unit, or write the name of a unit or an official.

call-for = What should { $name } do? One sentence.

call-noted = { $name } helps with { $number }; you lead.

called-in =
    { $name } asks you to help with { $number }:
    “{ $words }”
    When it is done, reply to its card.

helper-named = { $name } works on { $number }, too; you still hear { $due-by }.

helper-heard = Noted, and passed to whoever leads.

forward-asked = It goes to { $authority }. What does the county recommend? It stands in the letter.

forward-toast = What does the county recommend?

forward-noted = Forwarded to { $authority }; ask again on { $due }. When they answer, reply to its card. For a private one the letter is made at the terminal: huiyin forwarded.

forward-letter = { $number }: the letter to the higher authority, to correct, stamp and send.

forwarded = { $number } is beyond the county. It went up to { $authority } with the county's recommendation; { holder } keeps after it and tells you { $due-by } what they say.

bring-back-why = Why take it up again? One sentence; the household reads it.

bring-back-noted = Taken up again; due { $due }.

brought-back =
    The county has { $number } done again; { holder } answers { $due-by }. It says:
    “{ $reason }”

withdraw-why = Why withdraw it? One sentence, kept on file; the village's lead reads it.

withdrawn-for =
    { $number } was withdrawn by { $name }, who wrote it:
    “{ $reason }”

withdrawn-for-noted = { $number } ({ $home }) is withdrawn.

commit-asked = By which day will the household hear? Choose one, or write a date such as 12月15日. { $due } at the latest.

commit-toast = Go on, please.

commit-days = { $due }, { $days } working days

commit-what = What will be done { $due-by }? One sentence; the household reads it as it is.

commit-bare = No words, only the day

commit-noted =
    Promised: an answer { $due-by }. The household is told{ $listed ->
        [no] { "" }
       *[yes] , and it stands in the public list
    }.

committed =
    { $number }: { holder } promises you an answer { $due-by }.{ $form ->
        [none] { "" }
       *[words] { "\u000A" }“{ $words }”
    }{ $head ->
        [none] { "" }
       *[other] { "\u000A" }First responsible: { $head }.
    }

return-why = Why is it not yours? One sentence, for whoever referred it.

return-toast = One sentence more: why.

return-noted = Returned.

returned =
    { $number } came back; it is still due { $due }:
    “{ $reason }”

back-with = { $number } is with { holder } again; you still hear { $due-by }.

whose-asked = Which one is this for?

whose-number = For { $number }

whose-own = A matter of my own home

whose-other = Written for another household

whose-home-asked = Whose matter is it?

whose-toast = Good.

inbox =
    { $count } wait for you{ $of_unit ->
        [0] { "" }
       *[other] , and { $of_unit } of your unit for others by name
    }, the most pressing first:

inbox-empty = Nothing waits for you.

inbox-entry =
    { $number } · { $category }{ $who ->
        [none] { "" }
       *[other] { " " }· { $who }
    }

inbox-entry-promised =
    { $number } · { $category }{ $who ->
        [none] { "" }
       *[other] { " " }· { $who }
    } · promised { $due }

inbox-toast = Good.

deputy-asked = Who stands in while you are away? Tap one, or write a name.

deputy-nobody = No other official of the village or township is linked yet. Please call the county.

deputy-who = { $name } ({ $post })

deputy-how-long = How long shall { $name } stand in? Tap one, or write “12月1日到12月5日”.

deputy-days = { $days } days from today

deputy-toast = Good.

deputy-named = Good, { $name } stands in from { $since } to { $last }. What you hold goes to them too, and it ends by itself. Back earlier? Send /deputy.

you-deputy = { $name }, { $post }, is away: you stand in from { $since } to { $last }. What they hold comes to you; answer it as your own.

deputy-begins = { $name } stands in for you from now on.

you-deputy-now = You stand in for { $name } from now on; what they hold is here.

deputy-over = { $name } does not stand in any more; what you hold is yours.

you-deputy-over = You do not stand in for { $name } any more. Thank you.

deputy-is = { $name } stands in for you from { $since } to { $last }.

deputy-end = I am back

no-such-colleague = Nobody of that name: write the full name of an official of your village, township or unit who is linked.

too-long = That is too long, or the wrong way round. Please name shorter stretches.

unlinked = Households not linked yet: { $homes }

unlinked-none = All are linked.

digest =
    Due today: { $due_today }, soon: { $due_soon }, new: { $fresh }.{ $promised ->
        [0] { "" }
       *[other] { " " }Promised for the next working day: { $promised }.
    }{ $unlinked ->
        [0] { "" }
       *[other] { " " }Households not linked yet: { $unlinked }.
    }{ $unassigned ->
        [0] { "" }
       *[other]{ " " }Households without a cadre: { $unassigned }.
    }

digest-look = Look at them one by one

digest-unlinked = Households not linked

echo-for-household =
    { $number } goes on the village's echo wall tomorrow, in these words:
    “{ $words }” — { $form ->
        [files] answered by voice or photo.
       *[words] “{ $reply }”
    }
    Without names. If you say nothing, it is shown so.

echo-yes = Good

echo-no = Do not write about us

echo-agreed = Good, thank you.

echo-refused = Good, it is not shown.

echo-for-official =
    { $number } goes on the echo wall tomorrow:
    “{ $words }” — { $form ->
        [files] answered by voice or photo.
       *[words] “{ $reply }”
    }

echo-fine = Fine

echo-reword = Change my words

echo-advise-off = Better not (the lead decides)

echo-left = Good, it is shown so.

echo-advised = The lead was asked.

reword-asked = How should your words read? Just say them.

reword-toast = Just say it.

reworded = Changed. The household has another day to read it.

echo-for-lead =
    { $number }: whoever answered it would rather not have it on the wall:
    “{ $words }”

echo-keep-off = Keep it off

echo-let-up = Let it up

echo-kept-off = Good, it stays off.

# The village's channel

channel-tied = From now on the echo wall of { $village } is posted in the channel “{ $title }” too. To end it, remove me from the channel.

channel-not-tied = The channel “{ $title }” was not tied: the lead of one village must make me an administrator who may post, from the phone that is linked to the office.

channel-lost = I may not post in “{ $title }”, the channel of { $village }, any more; the echo wall ends there. What stands there I cannot delete: please delete what is withdrawn.

channel-look = In “{ $title }”, the channel of { $village }, there may be an entry that was just withdrawn from the echo wall, and I cannot find it. Please compare the two and delete what is too much.

echo-entry =
    { $category } · { how-it-ended }
    { $form ->
        [category] This is a family's own affair; only what became of it is told.
        [files] Said: “{ $words }”{ "\u000A" }Answered by voice or photo.
       *[words] Said: “{ $words }”{ "\u000A" }Answered: “{ $reply }”
    }

echo-withdrawn = This entry was withdrawn.

# Study meetings

study-toast = All right.

study-open = Study meeting ({ $grid })

study-which = The meeting of which grid?

study-nothing = There is nothing for a study meeting now.

study-begins = This month's study meeting of { $grid }: { $all } items. { $urgent } urgent, { $shared } shared, { $rest } others.

study-look = See the docket

study-growing =
    Growing of late:
    { $matters }

study-growing-matter = { $category }{ $words-count ->
    [0] { "" }
   *[other] { " " }({ $words })
}: { $households } households

study-docket = Study meeting of { $grid }: { $all } items. { $urgent } urgent, { $shared } shared, { $rest } others. Tap one to speak of it.

study-item =
    { $position }. { $mark } { $number ->
        [none] shared · { $category } · { $count } households
       *[other] { $number } · { $category }
    }

study-next-page = Next page

study-close = Close the meeting

desk-invite = Run it on a computer

desk-invited =
    On a computer open { $site ->
        [none] our website, "Study meetings",
       *[other] { $site }/desk
    } and enter this code:
    { $code }
    It holds for { $minutes } minutes and opens once. Tell it to nobody.

study-what =
    { $number ->
        [none] common issue · { $category } · { $count } households
       *[other] { $number } · { $category }
    }

study-item-opened =
    { $position }. { study-what }
    Said { $since }{ $late ->
        [0] { "" }
       *[other] , { $late } working days overdue
    }{ $back ->
        [yes] , decided before and not done, or moved up to you
       *[no] { "" }
    }. { $form ->
        [private] Not public.
       *[public] { "" }
    }{ $title ->
        [none] { "" }
       *[other] { "\u000A" }“{ $title }”
    }{ $reply ->
        [none] { "" }
       *[other] { "\u000A" }The like was once answered: “{ $reply }”
    }

study-decide = Decide

study-up = To the next grid's meeting

study-skip = Not this time

study-issue = Which households

study-measure-asked = What is to be done? Just say it; the household gets your own words.

study-unit-asked = Which unit does it? Tap one or write its name; of several, the first leads.

study-own = We do it ourselves

study-due-asked = By when? Tap one, or write a day.

study-due-days = within { $days } days

study-decided-noted = Decided: { study-what }, { $due-by }. Households and units are told.

study-decided =
    { $number } was decided at the study meeting:
    “{ $words }”
    It is done by { $unit ->
        [none] { holder }
       *[other] { $unit }
    }{ $helpers-count ->
        [0] { "" }
       *[other] , with the help of { $helpers }
    }, { $due-by }. You will hear here how it went.

study-task =
    Decided at the study meeting of { $grid }, for { $unit } to { $role ->
        [helper] help with
       *[lead] lead
    }, { $due-by }:
    { study-what }{ $late ->
        [0] { "" }
       *[other] , { $late } working days overdue
    }
    “{ $words }”{ $head ->
        [none] { "" }
       *[other] { "\u000A" }First responsible: { $head }
    }

study-moved-noted = Moved up: { study-what }. The next meeting above speaks of it.

study-moved-up = { $number } could not be decided here. It goes to the meeting above; { holder } has it now and answers { $due-by }.

study-skipped = { study-what }: not this time; it comes back.

study-closed = The meeting is closed; its leads have the minutes.

study-minutes =
    Minutes of the study meeting of { $grid } (no. { $no }, { $held }):
    { $lines }

study-minutes-paper = Minutes of the study meeting of { $grid }, to print, sign and file.

minute-decided =
    { $position }. { study-what }: { $measure }. { $unit ->
        [none] By ourselves
       *[other] { $unit } leads
    }{ $helpers-count ->
        [0] { "" }
       *[other] , { $helpers } helps
    }, { $due-by }{ $head ->
        [none] { "" }
       *[other] , first responsible: { $head }
    }.

minute-private = { $position }. { $number } · { $category } · not public, { $due-by }.

minute-moved = { $position }. { study-what }: moved up.

minute-left = { $position }. { study-what }: not decided; it comes back.

# Another contact cadre

new-cadre =
    { $role ->
        [lead] From today { $name } looks after your household, phone { $phone }.
       *[cadre] From today your contact cadre is { $name }, phone { $phone }.
    }{ $was ->
        [none] { "" }
       *[other] { " " }Until now it was { $was }.
    }
    Whatever you have told us and its numbers stay; you need not say it again.{ $matters-count ->
        [0] { "" }
       *[other] { "\u000A" }{ $matters }
    }
    Say here whatever troubles you, as before, or call { $name }.

handed-matter = { $number } goes on with { holder }; you get an answer { $due-by }, as you were told.

took-over =
    From today you are the contact cadre of { $count } households{ $was ->
        [none] { "" }
       *[other] , until now { $was }’s
    }. Their open matters follow, due as before.{ $unlinked ->
        [0] { "" }
       *[other] { " " }Not linked yet: { $unlinked }; please visit them.
    }
    { $homes }

home-linked = { $head } ({ $address })

home-unlinked = { $head } ({ $address }) · not linked

you-handed-over =
    From today your { $count } households { $to ->
        [none] are the village lead’s
       *[other] are { $to }’s
    }. What is open, and what you had not sent, went along. Thank you.

cadre-changed =
    { $village }: { $count } households { $was ->
        [none] without a contact cadre
       *[other] of { $was }
    } { $to ->
        [none] have no contact cadre from today and are yours
       *[other] are { $to }’s from today
    }.{ $unlinked ->
        [0] { "" }
       *[other] { " " }Not linked: { $unlinked }.
    }{ $to ->
        [none] { "\u000A" }{ $homes }
       *[other] { "" }
    }

digest-unassigned = Households without a cadre

you-have-left = You have left office, { $name }: this phone acts for you no more. What you held has passed on. Thank you. A mistake? Call { $phone }.

handover = Another contact cadre

handover-toast = Good.

handover-nobody = No other cadre has households here.

handover-from = Whose households? Tap one, or write a name or number.

handover-who = { $name } ({ $post }, { $no })

handover-which = Several are called so: tap one.

handover-to = To whom do the { $count } households of { $name } go? Tap one, or write a name or number.

handover-to-lead = The village lead, for now

handover-surely =
    { $count } households of { $was }, from today { $to ->
        [none] to the village lead
       *[other] to { $to }
    }?{ $unlinked ->
        [0] { "" }
       *[other] { " " }Not linked: { $unlinked }.
    }{ $matters ->
        [0] { "" }
       *[other] { " " }Open and public: { $matters }; they follow, due as before.
    }{ $own ->
        [0] { "" }
       *[other] { " " }In { $own } the new cadre lives: the village lead has those.
    }

handover-do = Hand over

handover-drop = Do not

handover-dropped = Good, nothing was changed.

handover-done =
    Done: { $count } households { $to ->
        [none] are the village lead’s
       *[other] are { $to }’s
    }. Each of them is told.

no-such-official = Nobody in office is called so, or it is the same person: the full name or the number, please.

own-households = Nobody hands over the own households: a lead above must do it.

unassigned = { $count } households without a contact cadre, which are yours: { $homes }

unassigned-none = Every household here has a contact cadre.

# Grid leads' groups

card-story-all = The whole story

forum-tied = Good, the group “{ $title }” belongs to { $grid } now. First I count who is in it; where all are officials of the grid, public appeals are posted there, a topic each. To end it, remove me from the group.

forum-not-tied = The group “{ $title }” was not tied: the lead of a grid must make me an administrator who may manage topics and delete messages, from the phone that is linked to the office.

forum-needs-topics = The group “{ $title }” is not tied yet: please turn on topics in its settings, and make me an administrator again.

forum-which = Which grid does the group “{ $title }” belong to?

forum-grid = { $grid }

forum-lost = I may not manage topics in “{ $title }”, the group of { $grid }, any more; appeals go to everybody's own chat instead. What stands there I cannot delete: please delete what must not stay.

forum-stopped = In “{ $title }”, the group of { $grid }, there is somebody who is no official of the grid, or whom nobody knows. Nothing is posted there; appeals go to everybody's own chat. It goes on by itself when they have left.

forum-goes-on = In “{ $title }”, the group of { $grid }, there are officials of the grid only; posting goes on.

forum-look = In “{ $title }”, the group of { $grid }, there is a topic that must not stay, and I cannot delete it. Please look and delete the one that is not public.

topic-noted = Noted, for whoever works on it only. To send it to the household, tap below.

topic-as-answer = As the answer

topic-not-noted = This one is not in your hands: what you say here is not noted.

topic-nameless = Nobody can tell who said this: it is not noted. Please speak under your own name.

look-in-private = It goes on in your own chat with me.

story =
    { $number }, the whole story:
    { $words }

story-step = { $at } { $whose ->
        [named] { $name }
       *[none] { $action ->
            [said] the household
            [file] the household
            [add_words] the household
            [urge] the household
            [withdraw] the household
            [judge_solved] the household
            [judge_half] the household
            [judge_unsolved] the household
            [rest] the household
            [reopen] the household
            [bar] the household
            [make_private] the household
            [reclassify] the household
           *[other] the clock
        }
    } { $action ->
        [said] said
        [file] filed it
        [accept] accepted
        [tell] told
        [answer] answered
        [ask_back] asked back
        [add_words] added words
        [escalate] passed it up
        [extend] took more time
        [refer] referred it
        [return] returned it
        [take_over] took it over
        [call_in] called in help
        [forward_up] forwarded it up
        [hand_over] had it handed over
        [urge] urged
        [note] noted (internal)
        [withdraw] took it back
        [make_private] made it private
        [reclassify] changed the category
        [bar] kept somebody out
        [judge_solved] judged: solved
        [judge_half] judged: half solved
        [judge_unsolved] judged: not solved
        [rest] was not content
        [reopen] opened it again
        [alarm] raised the alarm
       *[close] closed it
    }{ $aim ->
        [named] , to { $to }
       *[none] {""}
    }{ $form ->
        [words] : “{ $said }”
       *[none] {""}
    }
