// The forms, what is saved through them, and the drafts.
#pragma once

#include "client/screens/ports/common.h"
#include "shared/forms/form_set.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace screens {

struct Draft {
    std::string id, type;
    std::string record;  // the record being edited; empty for a new one
    std::string family;  // empty for a new family
    std::string form_version;
    Fields answers;
    Instant saved_at;
};

struct Save {
    std::string type, form_version;
    std::string record;  // empty: a new one
    std::string unit;    // empty: that of what the record names
    Fields answers;      // the whole of them, as the form left them
    std::string draft;   // removed in the same transaction
};

class Records {
public:
    virtual ~Records() = default;
    virtual const forms::FormSet& forms() = 0;
    // An answer of another record: what a form's pulldata() asks for.
    virtual std::optional<std::string> lookup(std::string_view type, std::string_view id,
                                              std::string_view field) = 0;
    virtual base::Result<Fields> answers_of(const std::string& record) = 0;
    // The record's id. The model has checked the answers; the store may still refuse (disk full).
    virtual base::Result<std::string> save(const Save& save) = 0;

    virtual std::string new_draft_id() = 0;
    virtual base::Status put_draft(const Draft& draft) = 0;
    virtual std::vector<Draft> drafts() = 0;
    virtual base::Status discard_draft(const std::string& id) = 0;
};

}  // namespace screens
