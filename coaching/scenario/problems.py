"""The error of a case that cannot be played yet."""

from coaching.errors import TrothError


class CaseProblem(TrothError):
    """A case has mistakes; `problems` lists each as file:line:column: field: message."""

    def __init__(self, file: str, problems: tuple[str, ...]) -> None:
        self.problems = problems
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        super().__init__(
            f"This case cannot be played. Mend {problems[0]}{more}. "
            f"troth scenario check {file} lists everything."
        )
