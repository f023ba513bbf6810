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
