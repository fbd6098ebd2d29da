"""What a user does with support contacts: keep or change one, delete one."""

from coaching.record.contact import SupportContact
from coaching.record.workbook import Done, Workbook


def keep(workbook: Workbook, contact: SupportContact) -> Done:
    """Keep a person or office outside the pair, in place of the one with this id."""
    return Done(workbook.put(contact), f"Support contact kept: {contact.name}.")


def delete(workbook: Workbook, contact_id: str) -> Done:
    """Take a support contact out of the record."""
    contact = workbook.get(SupportContact, contact_id)
    return Done(workbook.without(contact), f"Support contact deleted: {contact.name}.")
