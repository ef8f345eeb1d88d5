#include "sync-server/importing/taking.h"

#include "shared/crypto/hash.h"
#include "sync-server/store/keeping/audit.h"
#include "sync-server/store/records/imports.h"
#include "sync-server/store/records/records.h"

#include <algorithm>
#include <set>
#include <span>

namespace importing {

using base::Done;
using base::Error;
using base::ErrorCode;
using base::Status;

namespace {

using Standing = Baby::Standing;

constexpr std::size_t kPart = 500;  // records of one transaction: others wait some 50 ms

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
        return import.file_hash == hash && (!import.undone_at || import.is_undo_open);
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

struct Piece {
    const char* type;
    std::string unit;
    const Person* person;
};

// Nothing is written before what it names.
std::vector<Piece> pieces_of(const Families& families, Taken& taken) {
    std::vector<Piece> pieces;
    std::set<std::size_t> used;
    for (const Baby& baby : families.babies) {
        if (baby.standing == Standing::New) used.insert(baby.family);
    }
    for (const std::size_t at : used) {
        const Family& family = families.families[at];
        if (family.household.is_new) {
            pieces.push_back({"household", family.unit, &family.household});
            ++taken.households;
        }
        if (family.mother.is_new && !family.mother.id.empty()) {
            pieces.push_back({"person", family.unit, &family.mother});
            ++taken.mothers;
        }
    }
    for (const Baby& baby : families.babies) {
        if (baby.standing != Standing::New) continue;
        pieces.push_back({"person", families.families[baby.family].unit, &baby.infant});
        ++taken.infants;
    }
    return pieces;
}

// What is being brought in, between its beginning and its last part.
struct Begun {
    Families families;
    Taken taken;
};

// All that a preview says, checked once more where nobody else writes.
Status begin(const accept::Desk& desk, const Table& table, const Columns& columns,
             const Choices& choices, const Source& source, const std::optional<std::string>& seen,
             Begun& begun) {
    TRY_LET(transaction, db::Transaction::begin(desk.connection));
    TRY_LET(session, accept::desk_session(desk));
    const std::string hash = crypto::hash256_hex(source.bytes);
    TRY(check_file(desk.connection, hash));
    TRY_LET(families, families_now(session, desk, table, columns, choices));
    TRY(check_rows(families, seen));
    server_store::Import import;
    import.id = base::make_uuid7(session.now, desk.random);
    import.at = import.worked_at = session.now;
    import.actor = source.actor;
    import.file_name = source.file_name;
    import.file_hash = hash;
    import.infants = static_cast<std::int64_t>(families.count(Standing::New));
    import.is_being_written = true;
    TRY(server_store::add_import(desk.connection, import));
    begun.families = std::move(families);
    begun.taken.id = import.id;
    return transaction.commit();
}

// Whoever was quiet for long, a computer that slept, may have been taken for ended meanwhile
// (clear_broken): what it wrote goes, and it may write nothing more.
Status go_on(const accept::Session& session, const std::string& import, bool is_being_written) {
    TRY_LET(is_ours, server_store::save_import_worked(session.connection, import, session.now,
                                                      is_being_written));
    if (is_ours) return Done{};
    return refused("this was interrupted for so long that it was taken back; bring it in again");
}

Status write_part(const accept::Desk& desk, const std::string& import,
                  std::span<const Piece> pieces) {
    TRY_LET(transaction, db::Transaction::begin(desk.connection));
    TRY_LET(session, accept::desk_session(desk));
    TRY(go_on(session, import, true));
    Writer writer(session, import);
    for (const Piece& each : pieces) TRY(writer.write(each.type, each.unit, *each.person));
    return transaction.commit();
}

Status write_all(const Alone& alone, Begun& begun) {
    const std::vector<Piece> pieces = pieces_of(begun.families, begun.taken);
    for (std::size_t from = 0; from < pieces.size(); from += kPart) {
        const auto part = std::span(pieces).subspan(from, std::min(kPart, pieces.size() - from));
        TRY(alone(
            [&](const accept::Desk& desk) { return write_part(desk, begun.taken.id, part); }));
    }
    return Done{};
}

Status finish(const accept::Desk& desk, const std::string& import, const std::string& actor) {
    TRY_LET(transaction, db::Transaction::begin(desk.connection));
    TRY_LET(session, accept::desk_session(desk));
    TRY(go_on(session, import, false));
    TRY(server_store::audit(desk.connection, {session.now, actor, "import", import}));
    return transaction.commit();
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

Result<Taken> take(const Alone& alone, const Table& table, const Columns& columns,
                   const Choices& choices, const Source& source,
                   const std::optional<std::string>& seen) {
    TRY(clear_broken(alone));
    Begun begun;
    TRY(alone([&](const accept::Desk& desk) {
        return begin(desk, table, columns, choices, source, seen, begun);
    }));
    Status done = write_all(alone, begun);
    if (done.ok()) {
        done = alone(
            [&](const accept::Desk& desk) { return finish(desk, begun.taken.id, source.actor); });
    }
    if (done.ok()) return begun.taken;
    // What cannot be taken back now is so later (clear_broken).
    const Status back = withdraw_broken(alone, begun.taken.id);
    return back.ok() ? done.error() : back.error();
}

Result<Taken> take(const accept::Desk& desk, const Table& table, const Columns& columns,
                   const Choices& choices, const Source& source,
                   const std::optional<std::string>& seen) {
    return take(alone_at(desk), table, columns, choices, source, seen);
}

}  // namespace importing
