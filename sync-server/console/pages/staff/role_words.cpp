#include "sync-server/console/pages/staff/role_words.h"

#include "sync-server/console/words/words.h"

namespace console {

const char* role_word(Role role) {
    switch (role) {
        case Role::Cadre:
            return tr("Cadre");
        case Role::Midwife:
            return tr("Midwife");
        case Role::Coordinator:
            return tr("Coordinator");
        case Role::District:
            return tr("District office");
        case Role::Admin:
            return tr("Administrator");
    }
    return "";
}

std::string role_word(std::string_view code) {
    const auto role = role_of(code);
    return role ? role_word(*role) : std::string(code);
}

}  // namespace console
