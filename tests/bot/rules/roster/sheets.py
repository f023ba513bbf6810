"""A small roster as text, to be spoilt one cell at a time."""

from bot.rules.roster.checking import check_roster
from bot.rules.roster.faults import RosterFaulty
from bot.rules.roster.tables import Sheet
from bot.rules.roster.values import Roster

Tables = dict[str, list[list[str]]]

_TABLES = {
    "grids": """code,name,level,parent,lead_nos
YS,沂水县,COUNTY,,1
QZ,泉庄镇,TOWNSHIP,YS,2;3
P1,泉庄东片,AREA,QZ,4
MSG,磨石沟村,VILLAGE,P1,5
CY,崔峪村,VILLAGE,P1,5""",
    "officials": """no,name,unit,post,phone
1,郑立新,群众工作办公室,主任,13800000001
2,高文海,县政府,副县长,13800000002
3,孙有田,泉庄镇,党委书记,13800000003
4,刘传河,泉庄镇,人大主席,13800000004
5,张庆林,民政局,副局长,0539-2250005""",
    "households": """code,village,head,members,address,phone,cadre_no
H1,MSG,王桂兰,2,1组1号,13900000001,3
H2,MSG,王德福,4,1组2号,,3
H3,CY,李秀英,1,2组1号,13900000003,""",
    "units": """code,name,categories
MZ,民政局,低保救助;养老助残
WS,卫生局,卫生室与就医""",
}


def tables() -> Tables:
    return {name: [line.split(",") for line in text.splitlines()] for name, text in _TABLES.items()}


def put(given: Tables, table: str, row: int, column: str, cell: str) -> Tables:
    """`row` as a spreadsheet counts."""
    given[table][row - 1][given[table][0].index(column)] = cell
    return given


def check(given: Tables) -> Roster:
    return check_roster({name: Sheet(f"{name}.csv", rows) for name, rows in given.items()})


def faults_of(given: Tables) -> list[str]:
    try:
        check(given)
    except RosterFaulty as faulty:
        return [str(fault) for fault in faulty.faults]
    return []
