"""Article 108: amendments of the Charter. Not a vote of the Council, but all five permanent members must ratify."""

from penholder.council.law import ADOPTED_1945, Provision


def in_force(members: int, for_it: int, ratified: int, permanent_ratified: int) -> bool:
    """Whether an amendment is in force: two thirds of the members adopt it and two thirds ratify it, all five permanent members among them."""
    return 3 * for_it >= 2 * members and 3 * ratified >= 2 * members and permanent_ratified == 5


PROVISIONS = (
    Provision(
        "charter-amendment",
        "Charter, Article 108",
        ADOPTED_1945,
        None,
        "An amendment comes into force when two thirds of the Assembly have adopted it and two thirds of the members, "
        "with all five permanent members of the Council, have ratified it.",
        in_force,
        ((113, 97, 76, 5), True),  # resolution 1991 A (XVIII) of 1963; ratifications in round figures, from memory
    ),
)
