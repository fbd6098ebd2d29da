"""Several verbs as one deed: saved together, undone together."""

from coaching.ports import Verb
from coaching.record.workbook import Done, Workbook


def together(*verbs: Verb) -> Verb:
    """One verb that does all of these in turn; its sentence joins theirs."""

    def all_of_them(workbook: Workbook) -> Done:
        said = []
        for verb in verbs:
            workbook, sentence = verb(workbook)
            said.append(sentence)
        return Done(workbook, " ".join(said))

    return all_of_them
