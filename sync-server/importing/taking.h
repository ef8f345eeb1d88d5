// Bringing a table in, all of it or nothing, and taking it back.
#pragma once

#include "sync-server/accept/desk/desk.h"
#include "sync-server/importing/families.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace importing {

using base::Status;

struct Source {
    std::string file_name;  // for the list of what was brought in
    std::string bytes;
    std::string actor;  // a user's id, or server_store::kCommandLine
};

// What taking it would do now. Nothing is written.
Result<Families> preview(const accept::Desk& desk, const Table& table, const Columns& columns,
                         const Choices& choices);

// The same only where every row becomes the same: who is new, who is left out, with which answers,
// in whose family.
std::string stamp_of(const Families& families);

struct Taken {
    std::string id;  // of the import
    std::size_t infants = 0, mothers = 0, households = 0;
};
// Does `work` where it writes alone, and begins its own transaction; between two works others
// write.
using Alone = std::function<Status(const std::function<Status(const accept::Desk&)>& work)>;
Alone alone_at(const accept::Desk& desk);

// Each new record is a change of the health centre in the log, and laptops get it with their next
// sync. Written in parts, so that laptops need not wait for all of a large table; if a part fails,
// those before it are withdrawn, and those of a program that was ended by clear_broken. One that
// clear_broken took for ended writes nothing more, and is refused. Refused,
// with nothing written, if a row cannot be taken, if somebody is like one who is here and nothing
// was said of it, if this very file stands already, or if it is another list by now than the person
// saw in the preview, whose stamp is `seen`.
Result<Taken> take(const Alone& alone, const Table& table, const Columns& columns,
                   const Choices& choices, const Source& source,
                   const std::optional<std::string>& seen = std::nullopt);
Result<Taken> take(const accept::Desk& desk, const Table& table, const Columns& columns,
                   const Choices& choices, const Source& source,
                   const std::optional<std::string>& seen = std::nullopt);

struct Undone {
    std::size_t withdrawn = 0;
    std::vector<std::string> kept;  // records somebody worked on since, or that others name
};
// Withdraws (retracts) what it wrote and nobody has touched since, in parts: one that was ended in
// between goes on when it is asked for again. NotFound, or Refused if that was done before or it is
// being brought in still.
Result<Undone> undo(const Alone& alone, std::string_view import, std::string_view actor,
                    std::string_view reason);
Result<Undone> undo(const accept::Desk& desk, std::string_view import, std::string_view actor,
                    std::string_view reason);

// Takes back what was begun and is written by nobody any more: its program was ended. Whoever wrote
// it is stopped first, since a clock that jumps may make one look ended that is not.
Status clear_broken(const Alone& alone);
Status withdraw_broken(const Alone& alone, const std::string& import);

}  // namespace importing
