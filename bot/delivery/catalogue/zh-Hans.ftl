### 群众和干部读到的每一句话。

list-separator = 、

who-you-are =
    您好,{ $name }!您的号码是 { $id }。
    { $keywords-count ->
        [0] 您要是有话,打字说就行。
       *[other] 您说到了:{ $keywords }。
    }

not-understood = 这个我看不懂,您用字说就行。

not-yours = 这个按钮不是给您的。

already-so = 已经办过这一步了,不用再点。

not-now = 这件事现在不用走这一步。

too-late = 时间过了,这一步不能走了。有话直接说就行。

not-granted = 延期每一级只有一次,天数也不能超过规定。急事不能延期。

busy = 这会儿系统有点忙,您的话已经记下了,不用再发。

# 前一次没听到回音,同样的话再送一遍。
resent = (重发){ $text }

# 卡片(快递)

card-head-due = { $mark } { $number } · { $category } · { $due-by }

card-head = { $mark } { $number } · { $category } · { $status }

card-home = { $village } { $address } { $head }家

card-words = “{ $words }”

card-enclosed = 还有:{ $kinds }

enclosed-photo = 照片

enclosed-voice = 语音

enclosed-video = 视频

enclosed-document = 文件

enclosed-place = 位置

enclosed-contact = 名片

card-keywords = 关键词:{ $keywords }

card-private = 不公开。内容只给办事的人看。

card-story = 经过:{ $steps }

step-file = { $at }提出

step-accept = { $at }接手

step-answer = { $at }答复

step-escalate = { $at }上报

step-refer = { $at }转办

step-return = { $at }退回

step-judge-half = { $at }群众说解决了一半

step-judge-unsolved = { $at }群众说没解决

step-reopen = { $at }又提出

card-gone = 这件事已经不在您这里了。

card-accept = 接手

card-escalate = 办不了,报上级

card-more = 更多

card-open = 打开

status-filed = 刚提出

status-referred = 已转办

status-escalated = 已上报

status-accepted = 有人在办

status-asked = 等群众回话

status-half-solved = 办了一半

status-answered = 已答复,等评价

status-resting = 已答复,群众不满意

status-closed = 已结束

status-withdrawn = 群众收回了

unreached =
    { $number }:{ $head }家的手机收不到消息,回音没有送到。
    请打个电话或上门说一声。{ $phone }
