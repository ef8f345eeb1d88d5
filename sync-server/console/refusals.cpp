#include "sync-server/console/refusals.h"

#include "shared/base/log.h"
#include "sync-server/console/records/record_words.h"
#include "sync-server/console/words/words.h"

#include <array>

namespace console {

namespace {

constexpr std::array kKnown = {
    later("there is a user of that name already"),
    later("the name is longer than 200 characters"),
    later("a user needs a name"),
    later("this user is disabled"),
    later("that posyandu is this user's already"),
    later("that posyandu is not this user's"),
    later("nobody changes her own role"),
    later("nobody shuts herself out"),
    later("a posyandu needs a code, a name and a village"),
    later("there is a posyandu with this code already"),
    later("a revocation needs a reason"),
    later("this laptop is revoked already"),
    later("this laptop's user is disabled, or the laptop is revoked: no answer is given"),
    later("an erasure needs a reason"),
    later("this record is erased already"),
    later("the reason and the values must be UTF-8 text"),
    later("the name must be UTF-8 text"),
    later("a posyandu's names are texts of at most 200 characters"),
    // Joining, and taking it back.
    later("this needs a reason"),
    later("somebody has changed this since the page was drawn; look at it again"),
    later("that merge was undone already"),
    later("these two are not joined any more"),
    later("only what was recorded of the kept one since can go with the other"),
    later("that is one and the same record"),
    later("only two persons, two households or two births are joined"),
    later("that would be a chain of too many joined records"),
    later("one of them was joined with another already"),
    later("one of them was withdrawn"),
    later("they are of different posyandu: move one first"),
    later("one is the other's mother"),
    later("one is an infant and the other is not"),
    later("one is a girl and the other a boy"),
    later("they were born together: twins look alike"),
    later("two births of that day stand behind them: join the births first"),
    later("they are of different mothers: join these first"),
    later("not as many children were born"),
    later("they were not on the same day"),
    // Conflicts and waiting changes.
    later("this line cannot be read as a record, so it can only be rejected"),
    later("what waits for this record is not of one known type; reject what is not"),
    later("say what is to be corrected"),
    // Lists.
    later("everybody in this table is written down already"),
    later("other records arrived since the preview; look at it again"),
    later("this very file was brought in before"),
    later("this was taken back before"),
    // Months.
    later("the month has not begun"),
    later("another version of this program is counting the month; try again later"),
};

}  // namespace

bool is_refusal(const base::Error& error) {
    return error.code == base::ErrorCode::Refused || error.code == base::ErrorCode::Usage;
}

std::string in_words(const base::Error& error) {
    for (const char* known : kKnown) {
        if (error.message == known) return tr(known);
    }
    if (error.message.starts_with("say which column is ")) {
        return tr("Choose a column for everything that is needed, then look again.");
    }
    base::log::warn("refused, and no page has words for it: " + error.message);
    return tr("The rules do not allow this. Look at what you filled in, then try again.");
}

std::string in_words_of_form(const Visit& visit, std::string_view type, const base::Error& error) {
    const auto colon = error.message.find(": ");
    const forms::Form* const form = visit.forms.find(type);
    if (colon == std::string::npos || form == nullptr) return in_words(error);
    const std::string field = error.message.substr(0, colon);
    if (form->find(field) == nullptr) return in_words(error);
    return field_words(visit, type, field) + ": " + error.message.substr(colon + 2);
}

}  // namespace console
