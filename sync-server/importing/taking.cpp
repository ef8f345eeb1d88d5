#include "sync-server/importing/taking.h"

#include "shared/crypto/hash.h"
#include "sync-server/store/audit.h"
#include "sync-server/store/imports.h"
#include "sync-server/store/records.h"

#include <algorithm>
#include <map>
#include <set>

namespace importing {

using base::Done;
using base::Error;
using base::ErrorCode;
using base::Status;

namespace {

using Standing = Baby::Standing;

Result<Families> families_now(const accept::Session& session, const accept::Desk& desk,
                              const Table& table, const Columns& columns, const Choices& choices) {
    return families_of(desk.connection, table, columns, choices, session.now, session.today,
                       desk.random);
}

Error refused(std::string message) {
    return {ErrorCode::Refused, std::move(message)};
}

Status check_rows(const Families& families, const std::optional<std::string>& seen) {
    for (const Baby& baby : families.babies) {
        const std::string row = "row " + std::to_string(baby.row) + ": ";
        if (baby.standing == Standing::LooksLike) {
            return refused(row + sentence_en(baby.remarks.back()) +
                           "; say whether it is another one");
        }
        if (baby.standing != Standing::Unusable) continue;
        for (const Remark& remark : baby.remarks) {
            if (is_obstacle(remark.kind)) return refused(row + sentence_en(remark));
        }
    }
    if (families.count(Standing::New) == 0) {
        return refused("everybody in this table is written down already");
    }
    if (seen && *seen != stamp_of(families)) {
        return refused("other records arrived since the preview; look at it again");
    }
    return Done{};
}

Status check_file(db::Connection& connection, const std::string& hash) {
    TRY_LET(before, server_store::imports(connection));
    const bool is_here = std::any_of(before.begin(), before.end(), [&](const auto& import) {
        return import.file_hash == hash && !import.undone_at;
    });
    return is_here ? Status(refused("this very file was brought in before")) : Status(Done{});
}

// Ids of the new are drawn anew each time; which family is whose is said by its number.
std::string answers_of(const Person& person) {
    std::string text = person.is_new ? "" : person.id;
    for (const auto& [name, token] : person.fields.entries()) {
        const bool is_drawn = name == "household_id" || name == "mother_person_id";
        if (!is_drawn) text += " " + name + ":" + token;
    }
    return text + "\n";
}

class Writer {
public:
    Writer(accept::Session& session, std::string import)
        : session_(session), import_(std::move(import)) {}

    Status write(const std::string& type, const std::string& unit, const Person& person) {
        records::Record record;
        record.id = base::RecordId(person.id);
        record.type = type;
        record.unit = unit;
        TRY(accept::check_document(session_, type, person.fields));
        TRY(accept::write_at_desk(session_,
                                  accept::desk_change(session_, record, person.fields, "import")));
        TRY_LET(stored, server_store::find_record(session_.connection, person.id));
        CHECK(stored.has_value());
        return server_store::add_imported_record(session_.connection, import_,
                                                 {person.id, stored->record.revision});
    }

private:
    accept::Session& session_;
    std::string import_;
};

// Nothing is written before what it names.
Result<Taken> write_all(Writer& writer, const Families& families) {
    Taken taken;
    std::set<std::size_t> used;
    for (const Baby& baby : families.babies) {
        if (baby.standing == Standing::New) used.insert(baby.family);
    }
    for (const std::size_t at : used) {
        const Family& family = families.families[at];
        if (family.household.is_new) {
            TRY(writer.write("household", family.unit, family.household));
            ++taken.households;
        }
        if (family.mother.is_new && !family.mother.id.empty()) {
            TRY(writer.write("person", family.unit, family.mother));
            ++taken.mothers;
        }
    }
    for (const Baby& baby : families.babies) {
        if (baby.standing != Standing::New) continue;
        TRY(writer.write("person", families.families[baby.family].unit, baby.infant));
        ++taken.infants;
    }
    return taken;
}

Status audit(const accept::Session& session, std::string_view actor, const char* what,
             const std::string& import, std::string_view reason) {
    return server_store::audit(
        session.connection, {session.now, std::string(actor), what, import, std::string(reason)});
}

}  // namespace

std::string stamp_of(const Families& families) {
    std::string text;
    for (const Baby& baby : families.babies) {
        text += std::to_string(baby.row) + " " + std::to_string(static_cast<int>(baby.standing)) +
                " " + std::to_string(baby.family) + " " + baby.like + answers_of(baby.infant);
    }
    for (const Family& family : families.families) {
        text += family.unit + answers_of(family.household) + answers_of(family.mother);
    }
    return crypto::hash128_hex(text);
}

Result<Families> preview(const accept::Desk& desk, const Table& table, const Columns& columns,
                         const Choices& choices) {
    TRY_LET(view, db::Transaction::begin_reading(desk.connection));
    TRY_LET(session, accept::desk_session(desk));
    TRY_LET(families, families_now(session, desk, table, columns, choices));
    TRY(view.commit());
    return std::move(families);
}

Result<Taken> take(const accept::Desk& desk, const Table& table, const Columns& columns,
                   const Choices& choices, const Source& source,
                   const std::optional<std::string>& seen) {
    TRY_LET(transaction, db::Transaction::begin(desk.connection));
    TRY_LET(session, accept::desk_session(desk));
    const std::string hash = crypto::hash256_hex(source.bytes);
    TRY(check_file(desk.connection, hash));
    TRY_LET(families, families_now(session, desk, table, columns, choices));
    TRY(check_rows(families, seen));
    server_store::Import import;
    import.id = base::make_uuid7(session.now, desk.random);
    import.at = session.now;
    import.actor = source.actor;
    import.file_name = source.file_name;
    import.file_hash = hash;
    import.infants = static_cast<std::int64_t>(families.count(Standing::New));
    TRY(server_store::add_import(desk.connection, import));
    Writer writer(session, import.id);
    TRY_LET(taken, write_all(writer, families));
    taken.id = import.id;
    TRY(audit(session, source.actor, "import", import.id, ""));
    TRY(transaction.commit());
    return std::move(taken);
}

namespace {

// The import's records that nobody wrote to since.
Result<std::vector<server_store::StoredRecord>> untouched(
    db::Connection& connection, const std::vector<server_store::ImportedRecord>& written,
    std::vector<std::string>& kept) {
    std::vector<server_store::StoredRecord> found;
    for (const server_store::ImportedRecord& each : written) {
        TRY_LET(stored, server_store::find_record(connection, each.record));
        if (!stored) continue;  // erased since
        if (stored->record.revision == each.revision) {
            found.push_back(*stored);
        } else if (!records::is_retracted(stored->record)) {
            kept.push_back(each.record);
        }
    }
    return found;
}

// Whoever is named by a record that stays, stays: until nobody is.
Status keep_what_is_named(db::Connection& connection,
                          std::vector<server_store::StoredRecord>& going,
                          std::vector<std::string>& kept) {
    std::set<std::string> ids;
    for (const server_store::StoredRecord& each : going) ids.insert(each.record.id.text());
    std::map<std::string, std::vector<std::string>> named;  // by one of them: others of them
    std::vector<std::string> staying;
    for (const std::string& id : ids) {
        TRY_LET(naming, server_store::records_naming(connection, id));
        for (const records::Record& record : naming) {
            if (records::is_retracted(record)) continue;
            const bool is_going = ids.contains(record.id.text());
            if (is_going) named[record.id.text()].push_back(id);
            if (!is_going) staying.push_back(id);
        }
    }
    while (!staying.empty()) {
        const std::string id = staying.back();
        staying.pop_back();
        if (ids.erase(id) == 0) continue;  // found before
        kept.push_back(id);
        for (const std::string& other : named[id]) staying.push_back(other);
    }
    std::erase_if(going, [&ids](const server_store::StoredRecord& each) {
        return !ids.contains(each.record.id.text());
    });
    return Done{};
}

}  // namespace

Result<Undone> undo(const accept::Desk& desk, std::string_view import, std::string_view actor,
                    std::string_view reason) {
    TRY(accept::check_desk_text({}, reason));
    TRY_LET(transaction, db::Transaction::begin(desk.connection));
    TRY_LET(session, accept::desk_session(desk));
    TRY_LET(found, server_store::find_import(desk.connection, import));
    if (!found) return Error{ErrorCode::NotFound, "nothing was brought in under that id"};
    if (found->undone_at) return refused("this was taken back before");
    TRY_LET(written, server_store::records_of_import(desk.connection, import));
    Undone undone;
    TRY_LET(going, untouched(desk.connection, written, undone.kept));
    TRY(keep_what_is_named(desk.connection, going, undone.kept));
    for (const server_store::StoredRecord& each : going) {
        base::Fields set;
        set.set(records::kRetracted, "1");
        set.set(records::kRetractReason, reason);
        TRY(accept::write_at_desk(session, accept::desk_change(session, each.record, set, reason)));
    }
    undone.withdrawn = going.size();
    TRY(server_store::mark_import_undone(desk.connection, import, session.now));
    TRY(audit(session, actor, "import_undone", found->id, reason));
    TRY(transaction.commit());
    return undone;
}

}  // namespace importing
