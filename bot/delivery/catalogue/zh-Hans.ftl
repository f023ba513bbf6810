### 群众和干部读到的每一句话。

list-separator = 、

not-understood = 这个我看不懂,您用字说就行。

not-yours = 这个按钮不是给您的。

already-so = 已经办过这一步了,不用再点。

not-now = 这件事现在不用走这一步。

not-at-this-level = 这一步要由上一级来走。办不了就报上级。

held-above = 这件事已经在上一级手里,不能接过来。

not-to-them = 这件事不能交给他们:正在他们手里,或者按规定不该由他们办。请另选一个。

not-public = 这件事不公开,只有经办人能看内容,不能再交别人看。

too-late = 时间过了,这一步不能走了。有话直接说就行。

not-granted = 延期每一级只有一次,天数也不能超过规定。急事不能延期。

already-committed = 已经承诺过日子了,到那天以前不能再改。

after-due = 承诺的日子不能晚于办理期限。要更久,先在“更多”里延期。

day-over = 那天已经过了,请换个日子。

day-off = 那天不上班,请换个工作日。

busy = 这会儿系统有点忙,您的话已经记下了,不用再发。

# 前一次没听到回音,同样的话再送一遍。
resent = (重发){ $text }

# 卡片(快递)

card-head-due = { $mark } { $number } · { $category } · { $due-by }

card-head = { $mark } { $number } · { $category } · { $status }

card-home = { $village } { $address } { $head }家

card-written = { $writer }替他家写的

card-words = “{ $words }”

card-enclosed = 还有:{ $kinds }

enclosed-photo = 照片

enclosed-voice = 语音

enclosed-video = 视频

enclosed-document = 文件

enclosed-place = 位置

enclosed-contact = 名片

card-voice = 这家用语音,最好回语音或打电话。

card-keywords = 关键词:{ $keywords }

card-helper = 您是协办。办好了直接回复这张卡,话转给主办的人。

card-issue = 共性问题 · { $count }户

card-promised =
    承诺{ $due-by }回音{ $form ->
        [none] { "" }
       *[words] :“{ $words }”
    }

card-private = 不公开。内容只给办事的人看。

card-story = 经过:{ $steps }

step-file = { $at }提出

step-accept = { $at }接手

step-answer = { $at }答复

step-escalate = { $at }上报

step-refer = { $at }转办

step-return = { $at }退回

step-take-over = { $at }上级接过去

step-forward-up = { $at }转呈上级

step-hand-over = { $at }换人接着办

step-judge-half = { $at }群众说解决了一半

step-judge-unsolved = { $at }群众说没解决

step-reopen = { $at }又提出

card-gone = 这件事已经不在您这里了。

card-accept = 接手

card-escalate = 办不了,报上级

card-return = 不归我们,退回

card-commit = 承诺日子

card-more = 更多

card-open = 打开

card-files = 听语音、看照片

files-toast = 发在下面了。

file-of-appeal = { $number }

file-of-answer = { $number },{ holder }

status-filed = 刚提出

status-referred = 已转办

status-escalated = 已上报

status-accepted = 有人在办

status-asked = 等群众回话

status-half-solved = 办了一半

status-forwarded = 已转呈上级,等答复

status-answered = 已答复,等评价

status-resting = 已答复,群众不满意

status-closed = 已结束

status-withdrawn = 群众收回了

unreached =
    { $number }:{ $head }家的手机收不到消息,回音没有送到。
    请打个电话或上门说一声。{ $phone }

unseen =
    { $number }:{ $head }家的手机收到了,一直没人看。
    请打个电话或上门说一声。{ $phone }

unreached-private = { $number }(不公开):消息没有送到本人手机上。请打开看是谁家,只跟本人说。

unseen-private = { $number }(不公开):本人手机收到了,一直没看。请打开看是谁家,只跟本人说。

# 县里自己的短信:只说有消息,不说是什么事。

sms-answer = 您的{ $number }有回音了。请打开“回音”看看,或者问问您家的联系干部。

sms-question = 您的{ $number },办事的人想问您一句。请打开“回音”看看,或者问问您家的联系干部。

sms-news = 您的{ $number }有新消息。请打开“回音”看看,或者问问您家的联系干部。

private-opened =
    { $number }({ $minutes }分钟后收回,看过的有记录):
    { $village } { $address } { $head }家 { $phone }
    “{ $words }”

private-toast = { $minutes }分钟后收回。

## 连接:扫卡、进门、上任

menu-say = 我要反映
menu-mine = 我的事
menu-help = 找人帮忙

welcome =
    连上了。这里是{ $village }的“回音”。您有什么难处,直接在这里说,打字、说话、拍照都行。
    您家的联系干部是{ $cadre },电话 { $phone }。您说的话只给办事的人看;上回音壁前先给您看,隐去姓名。

is-this-your-home =
    您好!这里是{ $village }的“回音”。
    这张卡是给{ $address }{ $head }家的。是您家吗?

is-this-your-door =
    您好!这里是{ $village }的“回音”。
    您扫的是门口的牌子。这是您家吗?

button-my-home = 这是我家
button-not-home = 不是我家

not-your-home = 好,没有连。要是弄不清是哪张卡,打个电话问问:{ $phone }。

scan-again = 隔得有点久了,请再扫一下卡。

already-linked = 您已经连上了,有话直接在这里说就行。

card-useless =
    这张卡用不了:可能用过了,也可能过了日子。
    请跟您家的联系干部要一张新的,或者打电话 { $phone }。

card-tried-too-often =
    这张卡也用不了。先别再扫了,过一个来小时再试,
    或者这会儿就打电话 { $phone },有人帮您连上。

own-examiner = 这是您联系的户,要由这家的人自己来连。

waiting-for-members = 好。已经请家里连上的人点一下同意,点了就告诉您。等急了,给{ $village }的{ $lead }打个电话:{ $phone }。

waiting-for-lead = 好。您家还没有人连上,已经请村里的{ $lead }点一下同意,点了就告诉您。等急了就打他电话:{ $phone }。

waiting-for-a-call = 好,记下了。村里这会儿没有人能在手机上点同意,请给{ $village }的{ $lead }打个电话:{ $phone }。

let-in-our-home = 有人扫了您家门口的牌子,自己叫“{ $name }”,想连到您家。是您家的人吗?

let-in-first =
    { $village }{ $address }{ $head }家还没有人连上。有人扫了他家门口的牌子,自己叫“{ $name }”。
    请您打个电话或上门问一声,是这家的人再点同意。

button-let-in = 是这家的人,同意
button-keep-out = 不是

you-let-in = 好,{ $name }连上了。
you-kept-out = 好,没有连{ $name }。

kept-out = 那边说没对上号,这回没连上。要是弄错了,请给{ $lead }打个电话:{ $phone }。

member-joined = 您家新连上一位:{ $name }。不是您家的人?
button-not-ours = 不是我家的人

you-were-unlinked = 家里人说您不是这家的,已经断开了。要是弄错了,请给{ $lead }打个电话:{ $phone }。

member-unlinked = 已经断开:{ $name }不再连着您家。

whom-you-let-in-was-unlinked = { $address }{ $head }家说“{ $name }”不是他家的人,已经断开。当初是您点的同意,请您去问一声。

which-to-leave = 要断开哪一个?断开以后这部手机就收不到那边的消息了,您以前反映的事还照样办。
button-leave-home = 断开{ $head }家
button-leave-office = 断开{ $name }的工作号

you-left = 断开了。什么时候想再连,扫一下卡就行;有事打电话 { $phone }。

member-left = { $name }自己断开了,不再连着您家。

official-left = { $unit }{ $post }{ $name }自己断开了工作号。

not-linked = 您还没有连上,用不着断开。

how-to-link =
    您好!这里是“回音”。请扫一下门口联系卡上的码,就知道是您家了。
    没有卡,打电话 { $phone }。要命的急事先打 119/120/110。

how-to-link-village =
    您好!这里是{ $village }的“回音”。请扫一下门口联系卡上的码,就知道是您家了。
    没有卡,给{ $lead }打电话 { $phone }。要命的急事先打 119/120/110。

words-kept =
    您的话先给您留着,留{ $days }天。还不知道您是哪家的:请扫一下门口联系卡上的码,连上以后接着办。
    没有卡,打电话 { $phone }。要命的急事先打 119/120/110。

words-kept-village =
    您的话先给您留着,留{ $days }天。还不知道您是哪家的:请扫一下门口联系卡上的码,连上以后接着办。
    没有卡,给{ $village }的{ $lead }打电话 { $phone }。要命的急事先打 119/120/110。

help =
    联系干部 { $cadre }:{ $cadre-phone }
    村网格组长 { $lead }:{ $lead-phone }
    县里:{ $office }
    要命的急事先打 119/120/110。

button-write-for-me = 请人替我写
button-write-for = 替别人家写

writer-asked = 已经请{ holder }打电话或上门,听您说、替您写。等急了打电话 { $phone }。

writer-to-call = 请给{ holder }打电话 { $phone },您说,他替您写。

asked-to-write =
    { $home }家想请您替他家写一件。请打电话或上门听一听,写下来,念给他家听。{ $phone ->
        [none] 他家没留电话。
       *[other] 电话 { $phone }。
    }

button-write-for-them = 替他家写

for-whom = 替哪一家写?说户主的姓名,或者几组几号。

for-whom-said = 替谁说的?

which-home = 是哪一家?

home = { $home }家

other-home = 别人家

say-it-for = 替{ $home }家写。您说,原话就行,打字、说话、拍照都行。

no-such-household = 没找到这一家。请再说一遍户主的姓名,或者几组几号。

already-sent = 这句话已经发出去了,改不了。要更正,再回复一条。

another-draft = 手上还有一件没交。先点那一件下面的“交上去”或“随便说说”,再写这一件。

no-such-appeal = 没有这个编号,或者不归您看。请再写一遍,比如“东-127”。

kept-apart = 不公开的和反映干部的诉求,不并入共性问题,也不参考以前的答复。

said-alone = 有一件不能并:这家说过要单独办,或者还没法在这里告诉他们。

not-all-theirs = 那个共性问题里有不归您办的诉求。请报上级,由管得到各家的那一级来合并。

written =
    { $number },{ $home }家的,交给{ addressee },{ $due-by }给他家回音。{ $how ->
        [read] 已经念给他家听,说得不对他家会改。
        [secret] 这件事不发到他家的手机上,请您当面念给本人听。
       *[aloud] 他家没有连上手机:请您当面念一遍;有了回音,也请您告诉他家。
    }

written-for-you =
    { $writer }替您家记了一件事,{ $number }:
    “{ $words }”
    交给{ addressee },{ $due-by }给您回音。说得不对,您说一句就改。

button-put-right = 要改几句

what-is-wrong = { $number }哪里不对?您说,原话记在一起。

pass-on = { $number }是{ $home }家的,他家没有连上手机。请打电话或上门,把下面的话告诉他家:

help-not-linked = 打电话 { $phone },有人帮您。要命的急事先打 119/120/110。

help-not-linked-village = 给{ $village }的{ $lead }打电话 { $phone }。要命的急事先打 119/120/110。

office-asked =
    您好!您扫的是{ $unit }{ $post }{ $name }({ $no }号)的卡。已经请县里的活动办确认,确认了就告诉您。
    等急了打电话 { $phone }。

office-confirms =
    { $unit }{ $post }{ $name }({ $no }号)的卡,有人扫了,自己叫“{ $called }”。
    请先打电话问他本人,是他再点确认。

button-appoint = 是他本人,确认
button-turn-away = 不是他

you-appointed = 好,{ $name }的工作号连上了。

appointed =
    连上了:{ $unit }{ $post }{ $name }。群众反映的事会送到这里,直接在那条消息上回复就行。
    外出前请人代办,发 /deputy;组长给户换联系干部,发 /handover;要断开,发 /unlink。

second-phone = 您的工作号又连上一部手机,名叫“{ $name }”。不是您的?请马上打电话 { $phone }。

turned-away = 县里没有确认这次扫卡。要是弄错了,请打电话 { $phone }。

another-office = 这部手机已经连着另一位干部的工作号。要换,先发 /unlink 断开。

card-over = 这张卡已经用过,或者换了新卡,不能再确认。

kept-words = 您连上以前说过的话还留着:“{ $words }”。要交上去吗?还想说就接着说。
kept-pieces = 您连上以前发过的 { $count } 条语音或照片还留着。要交上去吗?还想说就接着说。
button-hand-in-kept = 交上去
button-drop-kept = 不用了

danger-unlinked =
    要命的事,现在就打 119/120/110!您的话已经送到县里,可还不知道您是哪家的:
    请马上打县里的电话 { $phone },说清在哪个村、哪一家。

danger-of-somebody =
    急!还没连上的一位,自己叫“{ $name }”,刚才说:“{ $words }”
    不知道是哪个村的。请马上看有没有打到 119/120/110 或县里的电话。

## 诉求:说事、交上去、回执、再说几句

stale = 这件事刚才有变化,请看最新的那一条。

urged-today = 今天已经替您催过了,明天还没信儿再催。

addressee =
    { $level ->
        [cadre] { $holder }干部
        [village] 村网格组长
        [area] 工作片
        [township] 镇里
        [unit] 镇里和纪检办
       *[other] 县里
    }

own-cadre =
    { $own ->
        [none] 村网格组长
       *[other] { $own }干部
    }

received =
    { $home ->
        [none] 收到了,记的是您的原话
       *[other] 收到了,替{ $home }家记的是您的原话
    }

draft-card =
    { $category ->
        [none] { received }:“{ $words }”。交给{ addressee }办,行吗?还想说就接着说。
       *[other] { received }:“{ $words }”。这是{ $category }的事,交给{ addressee }办,行吗?还想说就接着说。
    }

draft-private = { received }:“{ $words }”。这像是自家的事,只让办事的人看,行吗?

draft-more = 这句也记上了。说完了就点“交上去”。

draft-go-on =
    { $home ->
        [none] 您说,我记着呢。
       *[other] 您说,替{ $home }家记着呢。
    }是什么事?打字、说话、拍照都行。

draft-voice = 语音收到了。给{ addressee }听,行吗?急事请直接打 119/120/110。

draft-wordless =
    { $what ->
        [photo] 照片收到了。这是什么事?说一句就行。
        [video] 视频收到了。这是什么事?说一句就行。
        [place] 位置收到了。这儿是什么事?说一句就行。
        [contact] 联系人收到了。是什么事?说一句就行。
       *[other] 文件收到了。这是什么事?说一句就行。
    }

draft-about-cadre = 这件事说到了{ own-cadre }。怎么交?

draft-two = 这是两件事吧?

draft-which = 是{ $number }({ $title })那件事,还是另一件?

draft-still-open = 您上回说的这件还没交上去:

draft-laid-aside = 您上回说的那件一直没交,先给您收起来了,没有丢。

button-take-up = 还是要交

draft-dropped = 好,没有交。您有事随时说。

why-hidden = 好,先不给{ own-cadre }看。是哪一种?

receipt = { $number },交给{ addressee }。{ $accept-by }接手,{ $due-by }给您回音。

receipt-unseen = 好。这件事{ own-cadre }看不到,编号 { $number },交给{ addressee },{ $due-by }给您回音。

receipt-accusation = 好。这件事{ own-cadre }看不到,编号 { $number },由{ addressee },{ $due-by }给您回音。

danger-filed =
    这事急,正在告诉{ $near ->
        [none] 村组长和镇上
       *[other] { $near }干部、村组长和镇上
    }。{ danger-advice }要命的事先打 119/120/110。编号 { $number }。

# 每种急事一句话,由县里审定。
danger-advice =
    { $danger ->
        [fire] 着火了:人先跑出去,弯腰捂住口鼻,别回去拿东西。
        [gas] 有煤气味:关阀门、开窗、人出去,别开灯、别打火,到外头再打电话。
        [collapse] 墙、房要倒:人先躲开,别回去拿东西。
        [flood] 涨水了:快往高处走,别蹚水过河。
        [suicide] 人别走开,陪在身边。心里难受可以打 12356,一天到晚有人接。
        [violence] 先躲到安全的地方,锁好门,打 110。
        [missing_child] 孩子不见了:马上打 110,不用等。
        [poisoning] 中毒了:马上打 120,吃过、喝过的东西留着给医生看。
        [live_wire] 电线落地:离远些,别碰线,也别碰触电的人,先断电。
       *[other] 人先躲到安全的地方。
    }

handed-in = 交上去了

toast-dropped = 没有交

toast-urged = 替您催了

toast-done = 办好了

words-added = 记到{ $number }了。

urged = { $number }已经替您催了{ addressee }。

progress = { $number }({ $title })在{ addressee }手里,{ $due-by }给您回音。

progress-settled =
    { $number }({ $title })— { $status ->
        [answered] 有回音了
        [withdrawn] 您撤回了
        [resting] 已答复,您不满意,记着呢
       *[other] 办结了
    }。

nothing-yet = 您还没有交过事。有难处直接在这里说就行。

say-it = 您说,打字、说话、拍照都行。

matter =
    { $shared ->
        [none] { $category }
       *[other] { $category }({ $shared })
    }

join-asked =
    { $near ->
        [village] 村里
       *[area] 邻近村里
    }还有 { $count } 户反映{ matter }。要不要合在一起办?您的{ $number }照样单独给您回音。

join-at-home = 您家的{ $other }说的也是这件事。要不要合在一起办?您的{ $number }照样单独给您回音。

button-join = 合在一起

button-alone = 单独办

joined = 好,合在一起办了,连您家一共 { $count } 户。您的{ $number }照样单独给您回音。

joined-toast = 好。

joined-by-another =
    { $near ->
        [home] 您家里又有人
        [village] 村里又有一户
       *[area] 邻近村里又有一户
    }反映{ matter },跟您的{ $number }合在一起办了。您的{ $number }照样单独给您回音。

button-leave-issue = 分开办

put-in =
    { $near ->
        [home] 您家里还有人反映{ matter },
        [village] 村里还有人家反映{ matter },
        [area] 邻近村里还有人家反映{ matter },
        [county] 县里还有人家反映{ matter },
       *[none] { "" }
    }办事的人把您的{ $number }跟同样的事合在一起办了,照样单独给您回音。不愿意,点一下就分开。

taken-apart =
    办事的人把您的{ $number }又分开了,{ $form ->
        [back] 还跟原来那几家一起办
       *[alone] 单独办
    }。照样给您回音。

alone = 好,{ $number }单独办。

issue-left = 好,{ $number }分开办了。已经给您的回音不变。

withdraw-surely = { $number }不办了?

withdrawn = { $number }撤回了。以后还想办,说一声就行。

now-private = { $number }只让办事的人看了。

cadre-barred = 好。{ $number }交给{ addressee },{ $due-by }给您回音。

more-about = { $number }还要怎么办?

which-category = { $number }是哪方面的事?说一句就行,比如“修路”“看病”。

category-corrected = 好,{ $number }改成{ $category }的事了。

cannot-read = 这个我看不懂,您用字、语音或照片说都行。

kind-thanks = 不客气,应该的。有事您随时说。

kind-greeting = 您好!有什么难处,直接在这里说就行。

more-was-said = { $number }又说了几句,卡片上能看到。

words-changed = { $number }的话改过了,卡片上是新的。

less-was-said = { $number }刚才多记的一句拿走了,那是另一件事。

was-urged = { $number }群众在催了。

was-withdrawn = { $number }群众撤回了,不用再办。

became-private = { $number }改成不公开了。

button-hand-in = 交上去

button-hand-in-private = 只让办事的人看

button-hand-in-open = 不用保密,照常交

button-hand-in-as-it-is = 就这样交上去

button-yes = 行

button-hide =
    { $cadre ->
        [none] 别给他看
       *[other] 别给{ $cadre }干部看
    }

button-drop = 随便说说

button-two = 两件

button-one = 一件

button-accuse = 是他本人的事(镇里和纪检办)

button-unseen = 不想让他知道

button-may-see = 给他看没关系

button-same-matter = 还是{ $number }

button-other-matter = 另一件事

button-apart = 这是另一件事

button-only-holder = 只让办事的人看

button-urge = 替我催一下

button-withdraw = 不办了

button-withdraw-surely = 不办了

button-more = 更多

button-reclassify = 归错类了

# 答复、评价和回音壁

holder = { $level ->
    [cadre] { $holder }干部
    [village] 村网格组长
    [area] 工作片网格组长
    [township] 镇网格组长
    [unit] { $holder }
   *[county] 县群众工作办公室
}

already-accepted = 已经接手了。

not-in-your-hands = 这件事现在不在您手里,这句话没有发出去。

accepted = 接手了。

escalated-toast = 报上去了。

escalated = { $number }转到{ holder }手里了,{ $due-by }给您回音。

climbed = { $number }到日子了还没给您回音,对不住。现在转到{ holder }手里,{ $due-by }给您回音。

danger-nobody = 您说的急事({ $number })还没有人看到,请马上打 119/120/110,也可以打 { $phone }。{ danger-advice }县里已经知道了。

# 到点提醒:写给干部,一种一条。

call-yellow = 黄牌:{ $numbers },{ $due-by }要回音。

call-unaccepted = { $numbers } 到时间还没有接手。

call-climbed = 红牌:{ $numbers } 到期没有回音,已转{ holder }。

call-new = { $numbers } 上报到您手里。

call-red = 红牌:{ $numbers } 已经超期,到了县里不再上报,请尽快回音。

commitment-late = 承诺逾期:{ $numbers },{ $by }承诺{ $due }回音,到时间还没有。

danger-unopened = 急事 { $number } 到现在没有人打开,请马上联系。

caught-up = 系统停了一阵,这期间有诉求到期或转到您手里,请一件件看。

answer-dropped =
    { $number }已经转走,您的话没有发给群众{ $form ->
        [files] 。
       *[words] :“{ $words }”
    }

words-came-late =
    { $number }已经不在您手里,现在由{ holder }办。您的话没有发给群众,给您留着。
    要转给现在办的人吗?

words-after-end = { $number }已经办结或收回,您的话没有发给群众,给您留着。

button-pass-on = 转给现在办的人

passed-on-toast = 转过去了。

passed-on =
    { $number },经手过的{ $name }说{ $form ->
        [files] 了一段,在下面。
       *[words] :“{ $words }”
    }

outcome-asked = { $number }这么回。办得怎么样了?

answer-revised = 按改过的话发。办得怎么样了,在上面点。

outcome-solved = 办好了

outcome-telling = 还在办

outcome-partly = 办了一部分

outcome-explained = 只能解释

outcome-cannot = 办不了

outcome-forwarded = 上级答复了

reason-asked = { $outcome ->
    [cannot] 为什么办不了?说一句,一起发给群众。
   *[explained] 为什么只能这样?说一句,一起发给群众。
}

reason-is-above = 就是上面的话

reason-toast = 再说一句原因。

answer-sent = 已发给群众。

together-asked =
    这是共性问题,您手里还有一样的 { $count } 件。把这句话也回给他们吗?
    “{ $words }”

button-together = 一起回复

button-only-this = 只回这一件

together-sent =
    一起回了 { $count } 件,各家单独收到、单独评价。{ $left ->
        [0] { "" }
       *[other] 还有 { $left } 件不在您手里或者另有话说,没有回。
    }

only-this-toast = 好,只回这一件。

put-in-asked =
    { $number }跟哪一件是一回事?{ $found ->
        [0] 没找到像的,请写编号
       *[other] 点一个,或者写编号
    },比如“东-127”。各家会知道,随时可以自己分开。

put-in-partner =
    { $number } · { $category }{ $count ->
        [1] { "" }
       *[other] { " " }· { $count }户
    }

put-in-done = 并好了:{ $number }和{ $other }是一件共性问题,共 { $count } 户。新并进来的各家都告诉了,可以自己分开。

button-take-apart = 分开

taken-apart-done = 分开了:{ $numbers }。各家都告诉了。

issue-opened =
    共性问题 · { $category } · { $count }户,近七天新增 { $grown } 户。{ $villages-count ->
        [0] { "" }
       *[other] { "\u000A" }{ $villages }
    }{ $unlisted ->
        [0] { "" }
       *[other] { "\u000A" }另有 { $unlisted } 件没有列出。
    }{ $answers-count ->
        [0] { "" }
       *[other] { "\u000A" }已经这样答复过:{ "\u000A" }{ $answers }
    }

issue-village =
    { $village } { $count } 件{ $answered ->
        [0] { "" }
       *[other] (已答复 { $answered } 件)
    }:{ $numbers }

issue-answer = “{ $reply }”({ how-it-ended })

how-it-ended =
    { $outcome ->
        [solved] 办好了
        [partly_solved] 办了一部分
        [explained] 只能解释,事情没有变
        [cannot] 办不了
        [withdrawn] 撤回了
       *[forwarded_up] 报到县以上
    }

past-toast =
    { $count ->
        [0] 以前没有能参考的答复。
       *[other] 好。
    }

past-answer =
    { $village } · { $answered }答复 · { how-it-ended } · { $verdict ->
        [solved] 群众说解决了
        [half] 群众说解决了一半
        [not_solved] ⚠ 群众说没解决
       *[none] 群众没评价
    }
    群众:“{ $words }”
    答复:“{ $reply }”

past-use = 照这个回

past-mark-stale = 过时了

past-withdrawn = 这份参考已撤下。

past-draft =
    这是以前的答复,还没有发。改几句,回复这条消息,就是回{ $number };一字不改,点下面。
    { $reply }

past-say = 就这么回

past-marked = 好,这条答复往后谁也看不到了。

past-lift = 没过时

past-lifted = 好,这条答复还给大家参考。

sent-as-telling = { $number }:十分钟没点,您的话已按“还在办”发给群众,期限不变。

told =
    { $number },{ holder }说:
    { $form ->
        [files] (在上面,请听一听、看一看)
       *[words] “{ $words }”
    }
    还在办,{ $due-by }给您准信。

answered =
    { $number }有回音了({ holder }):
    { $form ->
        [files] (在上面,请听一听、看一看)
       *[words] “{ $words }”
    }{ $why ->
        [given] { " " }原因:“{ $reason }”
       *[none] { "" }
    }
    { $outcome ->
        [solved] 他说办好了。
        [partly_solved] 他说办了一部分,还没全办完。
        [explained] 他说只能给您解释,事情没有变。
        [cannot] 他说这事办不了。
       *[forwarded_up] 这事报到县以上去了。
    }
    这件事解决了吗?

verdict-solved = 解决了

verdict-half = 解决了一半

verdict-not-solved = 没解决

verdict-asked-again = { $number }的事,您看解决了吗?点一下就行。

judged = 记下了。

judged-solved = { $number }记下了:解决了。以后有事,随时说。

judged-half = { $number }记下了,还是{ holder }接着办,{ $due-by }再给您回音。还差什么?说一句就行。

judged-unsolved = { $number }记下了,已转到{ holder },{ $due-by }给您回音。哪里没解决?说一句就行。

judged-rest = { $number }记下了:已答复,您不满意。县里都看得到。哪里没解决?说一句就行;以后有新情况,也直接说。

missing-noted = 好,这句话一并转过去了。

missing-told =
    { $number },他家说:
    “{ $words }”

kept-private = 好,只有办事的人能看了。

cadre-more = 还要怎么办?

cadre-more-toast = 请选。

more-ask-back = 反问一句

more-extend = 延期

more-refer = 转给别的单位或干部

more-take-over = 接过来办

more-call-in = 请别人协办

more-forward-up = 转呈上级

more-bring-back = 重新办理

more-withdraw = 这户不办了,收回

more-hide = 设为不公开

more-category = 改类别

more-put-in = 并入共性问题

more-past = 看看以前怎么回的

card-category = 定类别

category-asked = 这是哪方面的事?点一个,或直接写一个词,比如“修路”“看病”。

category-toast = 请选。

category-named = { $category }

category-noted = 记下了,归到{ $category }。

ask-back-asked = 想问什么?直接说,原话发给群众。

ask-back-toast = 直接说。

ask-back-sent = 问过去了。期限不变。

asked-back =
    { $number },{ holder }想问您一句:
    “{ $words }”
    直接回这条就行。

extend-asked = 延几个工作日?每级只能延一次。

extend-toast = 请接着答。

extend-days = { $days }天

extend-why = 为什么要延?说一句,群众会看到。

extension-noted = 延到{ $due }。

extended =
    { $number }要多等几天,{ $due-by }给您回音。{ holder }说:
    “{ $reason }”

due-moved = { $number }回音的日子改了,按县里现在的规定,{ $due-by }给您回音。

refer-asked = 转给谁?点一个,或直接写单位名称、干部姓名。

refer-toast = 请选。

refer-to-unit = { $unit }

refer-to-cadre = 联系干部{ $name }

refer-why = 为什么转给{ $name }?说一句,对方会看到。

refer-plainly = 这事归他们管

referred-toast = 转过去了。

referred-noted = 转给{ $name }了,期限不变。

referred = { $number }转给{ holder }办了,还是{ $due-by }给您回音。

referred-to-you =
    { $number }转给您办,原因:
    “{ $reason }”

taken-over = { $number }现在由{ holder }亲自办,还是{ $due-by }给您回音。

taken-over-toast = 接过来了,期限不变。

call-asked = 请谁协办?您还是主办。点一个单位,或直接写单位名称、干部姓名。

call-for = 请{ $name }做什么?说一句,对方照着办。

call-noted = { $number }已请{ $name }协办,您主办。

called-in =
    { $name }请您协办{ $number }:
    “{ $words }”
    办好了回复这件事的卡片。

helper-named = { $number }又请了{ $name }一起办,还是{ $due-by }给您回音。

helper-heard = 记下了,也转给主办的人了。

forward-asked = 转呈{ $authority }。县里的意见是什么?说一句或几句,写进信里。

forward-toast = 请说县里的意见。

forward-noted = 已转呈{ $authority },{ $due }再催问。答复到了,回复这件事的卡片。不公开的事,信在电脑上出:huiyin forwarded。

forward-letter = { $number }转呈信,可以改,盖章后发出。

forwarded = { $number }县里办不了,已经报到{ $authority }了,也写了县里的意见。这事还由{ holder }盯着,{ $due-by }告诉您上面怎么说。

bring-back-why = 为什么重新办?说一句,群众会看到。

bring-back-noted = 重新办理,{ $due }到期。

brought-back =
    { $number }县里要求重新办,{ holder }{ $due-by }给您回音。县里说:
    “{ $reason }”

withdraw-why = 为什么收回?说一句,记在案,村网格组长会看到。

withdrawn-for =
    { $number }由写的人{ $name }收回了,说:
    “{ $reason }”

withdrawn-for-noted = { $number }({ $home }家的)收回了。

commit-asked = 哪天以前给群众回音?点一个,或者写“明天”“下周五”“12月15日”。最晚{ $due }。

commit-toast = 请接着答。

commit-days = { $due } · { $days }个工作日

commit-what = { $due-by }打算怎么办?说一句,原话发给群众。

commit-bare = 不写了,就承诺日子

commit-noted =
    承诺了,{ $due-by }回音。群众会收到{ $listed ->
        [no] { "" }
       *[yes] ,也列入公开的承诺单
    }。

committed =
    { $number }这件事,{ holder }答应您:{ $due-by }一定给您回音。{ $form ->
        [none] { "" }
       *[words] { "\u000A" }“{ $words }”
    }{ $head ->
        [none] { "" }
       *[other] { "\u000A" }这件事由{ $head }负总责。
    }

return-why = 为什么不归你们办?说一句,转给交来的人。

return-toast = 再说一句原因。

return-noted = 退回去了。

returned =
    { $number }退回来了,期限不变({ $due }):
    “{ $reason }”

back-with = { $number }回到{ holder }手里,还是{ $due-by }给您回音。

whose-asked = 回的是哪一件?

whose-number = 回{ $number }

whose-own = 我自己家的事

whose-other = 替别人家写

whose-home-asked = 这是谁家的事?

whose-toast = 好。

inbox =
    待办{ $count }件{ $of_unit ->
        [0] { "" }
       *[other] ,本单位点名给别人的{ $of_unit }件
    },急的在前:

inbox-empty = 手上没有待办的。

inbox-entry =
    { $number } · { $category }{ $who ->
        [none] { "" }
       *[other] { " " }· { $who }
    }

inbox-entry-promised =
    { $number } · { $category }{ $who ->
        [none] { "" }
       *[other] { " " }· { $who }
    } · 承诺{ $due }

inbox-toast = 好。

deputy-asked = 外出时请谁代办?点一个,或直接写姓名。

deputy-nobody = 村里、镇上还没有别的干部连上,请不了人代办。请打电话给县里。

deputy-who = { $name }({ $post })

deputy-how-long = 请{ $name }代办多久?点一个,或者写“12月1日到12月5日”。

deputy-days = 今天起{ $days }天

deputy-toast = 好。

deputy-named = 好,{ $since }到{ $last }由{ $name }代您办。这几天您手上的事也送到他那里,到期自动停。早回来,发 /deputy。

you-deputy = { $post }{ $name }外出,{ $since }到{ $last }请您代办。他手上的事会送到您这里,照样回复就行。

deputy-begins = 从现在起{ $name }代您办。

you-deputy-now = 从现在起您代{ $name }办,他手上的事送到您这里了。

deputy-over = { $name }代办到期,您手上的事由您自己办。

you-deputy-over = 您代{ $name }办的到期了,谢谢。

deputy-is = { $since }到{ $last }由{ $name }代您办。

deputy-end = 我回来了

no-such-colleague = 没找到这个人:要写全名,而且是本村、本镇或本单位连上了工作号的干部。

too-long = 代办的日子太长了,或者前后颠倒了。请分开定。

unlinked = 还没连上的户:{ $homes }

unlinked-none = 都连上了。

digest =
    今天到期 { $due_today } 件,快到期 { $due_soon } 件,新来 { $fresh } 件。{ $promised ->
        [0] { "" }
       *[other] 承诺过、下个工作日要兑现的 { $promised } 件。
    }{ $unlinked ->
        [0] { "" }
       *[other] 还没连上的户 { $unlinked } 户。
    }{ $unassigned ->
        [0] { "" }
       *[other] 没有联系干部的户 { $unassigned } 户。
    }

digest-look = 一件件看

digest-unlinked = 看没连上的户

echo-for-household =
    { $number }明天上村里的回音壁,是这样写的:
    “{ $words }” —— { $form ->
        [files] 用语音或照片答复了。
       *[words] “{ $reply }”
    }
    不写姓名。您不说话,就按这样写。

echo-yes = 好

echo-no = 别写我家的事

echo-agreed = 好,谢谢您。

echo-refused = 好,不写。

echo-for-official =
    { $number }明天上回音壁:
    “{ $words }” —— { $form ->
        [files] 用语音或照片答复了。
       *[words] “{ $reply }”
    }

echo-fine = 可以

echo-reword = 改我的话

echo-advise-off = 建议不上墙(组长定)

echo-left = 好,照这样上。

echo-advised = 已请组长定。

reword-asked = 您的话怎么写?直接说。

reword-toast = 直接说。

reworded = 改好了,再给群众看一天。

echo-for-lead =
    { $number },办理人建议不上回音壁:
    “{ $words }”

echo-keep-off = 不上墙

echo-let-up = 照上

echo-kept-off = 好,不上墙。

# 村里的频道

channel-tied = 好,{ $village }的回音壁往后也发在频道“{ $title }”里。不想发了,把我移出频道就行。

channel-not-tied = 频道“{ $title }”没有接上:要由一个村的网格组长,用连着工作号的手机,把我加成能发消息的管理员。

channel-lost = { $village }的频道“{ $title }”不让我发消息了,回音壁不再发到那里。已经发的我删不了,有撤下的请您自己删。

channel-look = { $village }的频道“{ $title }”里可能有一条刚从回音壁撤下,我找不到它。请您看一眼回音壁,把频道里多出来的那条删掉。

echo-entry =
    { $category } · { how-it-ended }
    { $form ->
        [category] 这是一户人家自己的事,只写办得怎么样。
        [files] 群众:“{ $words }”{ "\u000A" }答复:用语音或照片答复了。
       *[words] 群众:“{ $words }”{ "\u000A" }答复:“{ $reply }”
    }

echo-withdrawn = 这一条已撤下。

# 研判会

study-toast = 好。

study-open = 开研判会({ $grid })

study-which = 开哪一级的研判会?

study-nothing = 现在没有要上研判会的事。

study-begins = { $grid }本月研判会:{ $all }件。先急{ $urgent }件,共性{ $shared }件,其余{ $rest }件。

study-look = 看议题

study-growing =
    近来多起来的:
    { $matters }

study-growing-matter = { $category }{ $words-count ->
    [0] { "" }
   *[other] ({ $words })
} { $households }户

study-docket = { $grid }研判会:{ $all }件。先急{ $urgent }件,共性{ $shared }件,其余{ $rest }件。点一件议一件。

study-item =
    { $position }. { $mark } { $number ->
        [none] 共性 · { $category } · { $count }户
       *[other] { $number } · { $category }
    }

study-next-page = 下一页

study-close = 散会

desk-invite = 到电脑上开

desk-invited =
    在电脑上打开{ $site ->
        [none] 回音的网站,点“组长开研判会”
       *[other] { " " }{ $site }/desk
    },填这个口令:
    { $code }
    { $minutes }分钟内有效,只能用一次,别告诉别人。

study-what =
    { $number ->
        [none] 共性问题 · { $category } · { $count }户
       *[other] { $number } · { $category }
    }

study-item-opened =
    { $position }. { study-what }
    { $since }提出{ $late ->
        [0] { "" }
       *[other] ,逾期{ $late }个工作日
    }{ $back ->
        [yes] ,上次定了没办完或下级报来的
       *[no] { "" }
    }。{ $form ->
        [private] 不公开。
       *[public] { "" }
    }{ $title ->
        [none] { "" }
       *[other] { "\u000A" }“{ $title }”
    }{ $reply ->
        [none] { "" }
       *[other] { "\u000A" }以前同样的事这样答复过:“{ $reply }”
    }

study-decide = 定措施

study-up = 报上级研判会

study-skip = 这回不议

study-issue = 看看都有哪些户

study-measure-asked = 怎么办?直接说,原话发给群众。

study-unit-asked = 哪个单位办?点一个,或写单位名称;几个单位一起办,头一个牵头。

study-own = 我们自己办

study-due-asked = 什么时候办好?点一个,或者写“12月15日”“下周五”“月底”。

study-due-days = { $days }天内

study-decided-noted = 定了:{ study-what },{ $due-by }。群众和承办单位都通知了。

study-decided =
    { $number }这件事,研判会上商量定了:
    “{ $words }”
    由{ $unit ->
        [none] { holder }
       *[other] { $unit }
    }来办{ $helpers-count ->
        [0] { "" }
       *[other] ,{ $helpers }帮着办
    },{ $due-by }办好。有了结果还在这里告诉您。

study-task =
    { $grid }研判会定的,{ $unit }{ $role ->
        [helper] 配合
       *[lead] 牵头
    },{ $due-by }办好:
    { study-what }{ $late ->
        [0] { "" }
       *[other] ,已逾期{ $late }个工作日
    }
    “{ $words }”{ $head ->
        [none] { "" }
       *[other] { "\u000A" }第一责任人:{ $head }
    }

study-moved-noted = 报上去了:{ study-what }。上级下次研判会议。

study-moved-up = { $number }这件事我们这一级定不了,已经报到上级研判会,由{ holder }接着办,{ $due-by }给您回音。

study-skipped = { study-what }:这回不议,下次再上。

study-closed = 散会了,纪要已发给各位组长。

study-minutes =
    { $grid }研判会纪要(第{ $no }号,{ $held }):
    { $lines }

study-minutes-paper = { $grid }研判会纪要,可打印、签字、归档。

minute-decided =
    { $position }. { study-what }:{ $measure }。{ $unit ->
        [none] 本级办
       *[other] { $unit }牵头
    }{ $helpers-count ->
        [0] { "" }
       *[other] ,{ $helpers }配合
    },{ $due-by }{ $head ->
        [none] { "" }
       *[other] ,第一责任人{ $head }
    }。

minute-private = { $position }. { $number } · { $category } · 不公开,{ $due-by }。

minute-moved = { $position }. { study-what }:报上级研判会。

minute-left = { $position }. { study-what }:没有定,下次再议。

# 换联系干部

new-cadre =
    { $role ->
        [lead] 从今天起,您家的事先由{ $name }管,电话 { $phone }。
       *[cadre] 从今天起,您家的联系干部是{ $name },电话 { $phone }。
    }{ $was ->
        [none] { "" }
       *[other] 原来是{ $was }。
    }
    您说过的事、记的号都不变,不用再说一遍。{ $matters-count ->
        [0] { "" }
       *[other] { "\u000A" }{ $matters }
    }
    有难处还是在这里直接说,也可以给{ $name }打电话。

handed-matter = { $number }由{ holder }接着办,还是{ $due-by }给您回音。

took-over =
    从今天起,您联系这{ $count }户{ $was ->
        [none] { "" }
       *[other] ,原来由{ $was }联系
    }。没办完的事随后送到,期限不变。{ $unlinked ->
        [0] { "" }
       *[other] 有{ $unlinked }户还没连上,请上门看看。
    }
    { $homes }

home-linked = { $head }({ $address })

home-unlinked = { $head }({ $address }) · 还没连上

you-handed-over =
    您联系的{ $count }户,从今天起{ $to ->
        [none] 由村网格组长管
       *[other] 由{ $to }联系
    }。没办完的事和没发出的话都转过去了。谢谢。

cadre-changed =
    { $village }:{ $was ->
        [none] 没有联系干部
       *[other] { $was }联系
    }的{ $count }户,从今天起{ $to ->
        [none] 没有联系干部,由您管
       *[other] 由{ $to }联系
    }。{ $unlinked ->
        [0] { "" }
       *[other] 其中{ $unlinked }户还没连上。
    }{ $to ->
        [none] { "\u000A" }{ $homes }
       *[other] { "" }
    }

digest-unassigned = 看没有联系干部的户

you-have-left = { $name }您好,您已离任,这里的工作号断开了。手上的事都交给接手的人了,谢谢。弄错了请打 { $phone }。

handover = 换联系干部

handover-toast = 好。

handover-nobody = 这里没有别的干部联系着户。

handover-from = 谁联系的户要交出去?点一个,或写姓名、编号。

handover-who = { $name }({ $post },{ $no })

handover-which = 有同名的,点一个。

handover-to = { $name }联系的{ $count }户交给谁?点一个,或写姓名、编号。

handover-to-lead = 先由村网格组长管

handover-surely =
    { $was }联系的{ $count }户,从今天起{ $to ->
        [none] 由村网格组长管
       *[other] 交给{ $to }
    }?{ $unlinked ->
        [0] { "" }
       *[other] { $unlinked }户还没连上。
    }{ $matters ->
        [0] { "" }
       *[other] 公开的{ $matters }件没办完,随户走,期限不变。
    }{ $own ->
        [0] { "" }
       *[other] 其中{ $own }户是他自己家,由村网格组长管。
    }

handover-do = 交

handover-drop = 不交了

handover-dropped = 好,不交了。

handover-done =
    办好了:{ $count }户{ $to ->
        [none] 由村网格组长管
       *[other] 由{ $to }联系
    }。各户都会收到通知。

no-such-official = 没找到这个人:要写全名或编号,而且在任、不是原来那位。

own-households = 自己联系的户不能自己交出去,请上级网格组长来办。

unassigned = 没有联系干部的{ $count }户,由您管:{ $homes }

unassigned-none = 您这里每户都有联系干部。

# 网格组长的群

card-story-all = 看全部经过

forum-tied = 好,群“{ $title }”接到{ $grid }了。先点一遍群里有谁,都是这个网格的干部,就往里发公开的诉求,一件一个话题。不想用了,把我移出群就行。

forum-not-tied = 群“{ $title }”没有接上:要由网格组长,用连着工作号的手机,把我加成能管理话题、能删消息的管理员。

forum-needs-topics = 群“{ $title }”还没有接上:请先在群设置里打开“话题”,再把我重新加成管理员。

forum-which = 群“{ $title }”接到哪个网格?

forum-grid = { $grid }

forum-lost = { $grid }的群“{ $title }”不让我管话题了,诉求不再发到那里,改发各人自己的聊天。已经发的我删不了,不该留的请您自己删。

forum-stopped = { $grid }的群“{ $title }”里有不是这个网格干部的人,或者认不出是谁的人,不再往群里发。诉求改发各人自己的聊天。那人退出后自动恢复。

forum-goes-on = { $grid }的群“{ $title }”里又都是这个网格的干部了,接着往群里发。

forum-look = { $grid }的群“{ $title }”里有一个话题不该再留,我删不掉。请您看一眼,把不公开的那件删掉。

topic-noted = 记下了,只有办事的人看得到。要发给群众,点下面。

topic-as-answer = 作为回音

topic-not-noted = 这件事不在您手里,您在这里说的不记入经过。

topic-nameless = 匿名说的话认不出是谁,不记入经过。请用自己的名字说。

look-in-private = 在您和我的聊天里接着办。

story =
    { $number } 全部经过:
    { $words }

story-step = { $at } { $whose ->
        [named] { $name }
       *[none] { $action ->
            [said] 群众
            [file] 群众
            [add_words] 群众
            [urge] 群众
            [withdraw] 群众
            [judge_solved] 群众
            [judge_half] 群众
            [judge_unsolved] 群众
            [rest] 群众
            [reopen] 群众
            [bar] 群众
            [make_private] 群众
            [reclassify] 群众
           *[other] 系统
        }
    }{ $action ->
        [said] 说
        [file] 提出
        [accept] 接手
        [tell] 回话
        [answer] 答复
        [ask_back] 问群众
        [add_words] 补充
        [escalate] 上报
        [extend] 延期
        [refer] 转办
        [return] 退回
        [take_over] 接过去
        [call_in] 请人协办
        [forward_up] 转呈上级
        [hand_over] 换人接着办
        [urge] 催办
        [note] 记录(内部)
        [withdraw] 收回
        [make_private] 改为不公开
        [reclassify] 改类别
        [bar] 要求回避
        [judge_solved] 说解决了
        [judge_half] 说解决了一半
        [judge_unsolved] 说没解决
        [rest] 说不满意
        [reopen] 又提出
        [alarm] 报警
       *[close] 办结
    }{ $aim ->
        [named] ,到{ $to }
       *[none] {""}
    }{ $form ->
        [words] :“{ $said }”
       *[none] {""}
    }
