"""See the package above."""


class _NotBundled:
    """Refuses to be made."""

    def __init__(self, *_arguments: object, **_named: object) -> None:
        raise NotImplementedError("the executable carries no cryptography")


class Cipher(_NotBundled):
    """Would pair an algorithm and a mode."""


class algorithms:
    """Would hold the algorithms."""

    AES = _NotBundled


class modes:
    """Would hold the modes."""

    CBC = _NotBundled
