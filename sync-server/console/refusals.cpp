#include "sync-server/console/refusals.h"

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
};

}  // namespace

std::string in_words(const base::Error& error) {
    for (const char* known : kKnown) {
        if (error.message == known) return tr(known);
    }
    return error.message;
}

}  // namespace console
