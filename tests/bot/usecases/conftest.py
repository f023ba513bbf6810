from tests.storage.conftest import settled

__all__ = ["settled"]
