// The forms, what is saved through them, and the drafts.
#pragma once

#include "client/screens/ports/common.h"
#include "client/screens/ports/families.h"
#include "shared/forms/form_set.h"
#include "shared/records/record.h"

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
    std::string unit;  // chosen for a new family by who works for several posyandu
    Fields answers;    // of an edit: only what was touched; a null takes out
    Instant saved_at;
    std::optional<records::Revision> base = std::nullopt;  // of an edit, as in Opened
};

struct Save {
    std::string type, form_version;
    std::string record;  // empty: a new one
    std::string unit;    // empty: that of what the record names
    Fields answers;      // of an edit: only what was touched; a null takes out
    std::string draft;   // removed in the same transaction
    std::string reason;  // of a correction on a later day
    std::optional<records::Revision> base = std::nullopt;  // of an edit, as in Opened
};

// A record as a form begins with it. What others write after `base` its author has not seen: it
// goes along with what she saves, however long the form or its draft stays open (SYNC 8).
struct Opened {
    Fields answers;
    std::optional<records::Revision> base = std::nullopt;
};

// What a visit knows that none of its records says; forgotten some days after it.
struct VisitNotes {
    bool is_short = false;                 // only for the register
    std::vector<std::string> passed_over;  // keys of steps: "not asked", said by the cadre
};

class Records {
public:
    virtual ~Records() = default;
    virtual const forms::FormSet& forms() = 0;
    // An answer of another record: what a form's pulldata() asks for.
    virtual std::optional<std::string> lookup(std::string_view type, std::string_view id,
                                              std::string_view field) = 0;
    virtual base::Result<Fields> answers_of(const std::string& record) = 0;
    virtual base::Result<Opened> open_record(const std::string& record) = 0;
    // Of an edit that begins now, without its form; the first of all where the record is not here.
    std::optional<records::Revision> base_now(const std::string& record) {
        const auto opened = open_record(record);
        return opened.ok() ? opened.value().base : records::Revision{};
    }
    // The record's id. The model has checked the answers; the store may still refuse (disk full).
    virtual base::Result<std::string> save(const Save& save) = 0;
    // All of them or none, in their order. A new record may be given its id beforehand (new_id), so
    // that the next one can name it.
    virtual base::Result<std::vector<std::string>> save_all(const std::vector<Save>& saves) = 0;
    std::string new_id() { return new_draft_id(); }

    virtual std::string new_draft_id() = 0;
    virtual base::Status put_draft(const Draft& draft) = 0;
    virtual std::vector<Draft> drafts() = 0;
    virtual base::Status discard_draft(const std::string& id) = 0;

    virtual Sending sending_of(const std::string& record) = 0;
    virtual VisitNotes visit_notes(const std::string& visit) = 0;
    virtual base::Status keep_visit_notes(const std::string& visit, const VisitNotes& notes) = 0;
};

}  // namespace screens
