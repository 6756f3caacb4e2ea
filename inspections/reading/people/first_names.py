"""First names that are, in England, nearly always a woman's or nearly always a man's: evidence for whom "she" means.

Used only to choose between people whom a text names, never shown. Names that both have (Robin, Hilary, Lesley) and
names that differ by where a family is from (Andrea, Jean, Nikita) are left out.
"""

from __future__ import annotations

import re

_HERS = frozenset(
    """
    abigail ada adele adelaide agatha agnes aisha alexandra alice alicia alison amanda amber amelia amina amy
    anastasia angela anita ann anna annabel anne annette annie antonia araminta audrey augusta aurora ava
    barbara beatrice beatrix belinda bella bernadette bertha beryl bethan bethany betty beverley brenda bridget
    bridie bronwen bryony camilla cara carla carol caroline carolyn catherine cathy cecilia cecily celia
    celestine charlotte chloe christina christine clara clare claire clarissa claudia clementine constance cora
    cordelia cynthia daisy daphne dawn deborah debra delia delphine denise diana diane dinah dora doreen doris
    dorothea dorothy edith edna edwina eileen elaine eleanor elena elisabeth eliza elizabeth ella ellen eloise
    elsie emily emma enid erica ernestine esme estelle esther ethel eugenia eunice eva eve fatima faye felicity
    fenella fiona flora florence frances francesca freda freya gabrielle gaynor gemma genevieve georgia georgina
    geraldine gertrude gillian gladys glenda gloria grace greta gwen gwendolen gwendoline gwyneth hannah harriet
    hazel heather heidi helen helena henrietta hepzibah hermia hermione hester hilda honor hortensia imelda
    imogen ingrid irene iris isabel isabella isobel isolde ivy jacqueline jane janet janice jasmine jayne
    jeanette jemima jenifer jennifer jenny jessamy jessica jill joan joanna joanne jocasta josephine joyce
    judith judy julia julie june karen kate katherine kathleen kathryn katie katy keziah khadija kirsten kirsty
    laura lavinia leila lena leonie leonora leticia letitia lilian lillian lily linda lisa lois loraine lorna
    lorraine louisa louise lucinda lucy lydia lynda lynne mabel madeleine maggie maisie marcia margaret margery
    margot marguerite maria marian marianne marie marigold marilyn marina marion marjorie martha mary matilda
    maud maureen mavis maxine melanie melissa mercy meredith michelle mildred millicent minnie miranda miriam
    moira molly mona monica morag muriel myra nadia nancy naomi natalie natasha nell nellie nicola nina nora
    noreen norma octavia olga olive olivia ophelia ottilie ottoline padma pamela patience patricia paula pauline
    pearl peggy penelope penny perpetua petra petronella philippa phillipa philomena phoebe phyllida phyllis
    polly portia primrose priscilla priya prudence rachel rebecca rhiannon rhoda rita rosa rosalba rosalie
    rosalind rosamond rosamund rose rosemary rosie rowena ruby ruth sabrina sadie sally samantha sandra sarah
    saskia selina shanice sharon sheila shirley sian sonia sophia sophie stella stephanie sunniva susan susanna
    susannah suzanne sybil sylvia tabitha tahira tamara tamsin tania tara teresa tessa thelma theodora theresa
    tina tracey trudy una ursula valerie vanessa vera verity veronica victoria viola violet virginia wanda wendy
    wilhelmina winifred xanthe yasmin yolanda yvette yvonne zara zena zoe
    """.split()
)
_HIS = frozenset(
    """
    aaron abdul abel abraham abram adam adrian ahmed aidan alan alasdair albert aldous alec aled alexander
    alfred alistair alastair allan ambrose amir amos andrew angus anil anselm anthony antony archibald arnold
    arthur ashok aubrey augustus austin barnabas barnaby barry bartholomew basil benedict benjamin bernard
    bertram boris brendan brian bruce bryan callum cameron carl cassius cecil cedric charles christopher
    clarence claude clement clifford clive colin conor conrad craig crispin cyril damian daniel darren dave
    david declan denis dennis derek dermot desmond dick dilwyn dominic donald douglas duncan dwight edgar edmund
    edward edwin elijah elliot emlyn emrys eric ernest ethan eugene evan everard ewan fabian felix ferdinand
    fergus fletcher francis frank fraser frederick gareth garth gary gavin geoffrey george gerald gerard gervase
    gethin gideon gilbert giles glyn godfrey gordon graham graeme gregory guy hamish harold harry harvey hassan
    hector hedrek henry herbert horace horatio howard hubert hugh hugo humphrey huw iain ian ibrahim idwal imran
    iolo isaac isidore ivan ivor jack jacob jake james jason jasper jeffrey jeremy jerome jim joel john jolyon
    jonah jonathan joseph joshua julian justin keith kenneth kevin kieran kyle lance laurence lawrence leander
    leo leonard leopold lewis liam lionel llewellyn louis luke magnus malcolm marcus marius mark martin matthew
    matthias maurice michael mick mickey miles milton mohammed mohamed mortimer muhammad mungo nathan nathaniel
    ned neil neville nicholas nigel noah noel norman obadiah oliver omar orlando oscar osric oswald osman owen
    patrick paul percival percy peregrine perry peter phil philip phillip piers ptolemy quentin rahul raj ralph
    ranulph raymond reginald reuben rhys richard robert roderick rodney roger roland ronald rory ross rowland
    roy rufus rupert russell samuel saul scott sean sebastian septimus seth sidney silas simon solomon stanley
    stephen steven stewart stuart suresh sylvester tariq ted terence thaddeus theodore thomas tim timothy toby
    tobias tom tony trevor tristan tristram vernon victor vincent vivek wallace walter warren wayne wesley
    wilfred wilfrid william winston yusuf zachary
    """.split()
)


def sex_of(name: str | None) -> str:
    """ "she", "he" or, where a first name does not tell, nothing."""
    words = (name or "").split()
    if len(words) < 2:
        return ""
    first = words[0].lower().split("-")[0]
    return "she" if first in _HERS else "he" if first in _HIS else ""


_HE = re.compile(r"\b(?:Mr|Sir|Lord|spokesman|chairman|headmaster|his)\b", re.I)
_SHE = re.compile(r"\b(?:Mrs|Ms|Miss|Dame|Lady|Baroness|Sister|spokeswoman|chairwoman|headmistress|her)\b", re.I)


def sex_told(words: str) -> str:
    """ "she" or "he", where a title or a word for an office says which."""
    he, she = _HE.search(words), _SHE.search(words)
    return "he" if he and not she else "she" if she and not he else ""
