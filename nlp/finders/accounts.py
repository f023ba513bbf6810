"""Number plates, WeChat and QQ names, mail addresses."""

import re
from collections.abc import Iterator
from itertools import chain

from nlp.spans import Sensitive, Span

_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_BETWEEN = r"[\s·.\-]?"
_PLATE = re.compile(
    rf"[{_PROVINCES}]{_BETWEEN}[a-zA-Z]{_BETWEEN}(?:[a-zA-Z\d]{_BETWEEN}){{4}}"
    rf"(?:[a-zA-Z\d]?[挂学警港澳]|[a-zA-Z\d](?:{_BETWEEN}[a-zA-Z\d])?(?![a-zA-Z\d]))"
)
_MAIL = re.compile(
    r"[a-zA-Z\d](?:[a-zA-Z\d._%+-]|\s(?=[@艾]))*(?:@|艾特|\(at\)|\[at\])\s?"
    r"[a-zA-Z\d-]+(?:\s?(?:\.|点)\s?[a-zA-Z\d-]+)+"
)
_APPS = (
    "微信|威信|薇信|微我|v信|V信|VX|vx|Vx|wx|WX|Wx|weixin|WeChat|wechat|QQ|qq|扣扣|企鹅|抖音|快手|"
    "(?<=[加搜找])[vV微薇威]|(?<=[我俺])微(?=\\s?[a-zA-Z])|(?<=加我)[vV微]|(?<=加俺)[vV微]|(?<=的)[vV](?![a-zA-Z])|(?<![a-zA-Z\\d])[vV薇威](?=:)"
)
_ACCOUNT = re.compile(
    rf"(?:{_APPS})(?:邮箱|同号|号码|账号|帐号|名字|昵称|号|ID|id|名)?(?:就是|改成了?|换成了?|是|为|叫|搜|加|[:=>→\-])?"
    r"[\s:\"“'(]*(?P<account>[a-zA-Z\d][a-zA-Z\d_-]{4,19})(?![a-zA-Z\d]|\s?[元块万人条])"
)
_ACCOUNT_LATER = re.compile(
    rf"(?:{_APPS})(?!公众|小程序|支付|群|版|官方)[一-龥]{{1,5}}[\s:\"“'(]*(?P<account>[a-zA-Z][a-zA-Z\d_-]{{4,19}})(?![a-zA-Z\d])"
)
_OWN_MARK = re.compile(r"(?<![a-zA-Z\d])wxid_[a-zA-Z\d]+|(?<=加)[a-zA-Z]+[\d_-]+[a-zA-Z\d_-]{3,15}(?![a-zA-Z\d])")


def accounts_in(text: str) -> Iterator[Span]:
    for match in _PLATE.finditer(text):
        yield Span(match.start(), match.end(), Sensitive.PLATE)
    for match in _MAIL.finditer(text):
        yield Span(match.start(), match.end(), Sensitive.EMAIL)
    for match in chain(_ACCOUNT.finditer(text), _ACCOUNT_LATER.finditer(text)):
        yield Span(match.start("account"), match.end("account"), Sensitive.WECHAT)
    for match in _OWN_MARK.finditer(text):
        yield Span(match.start(), match.end(), Sensitive.WECHAT)
