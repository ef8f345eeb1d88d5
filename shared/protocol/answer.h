// The answer to a sync request, line by line: welcome, then outcomes, records, and last the
// cursors.
#pragma once

#include "shared/base/result.h"
#include "shared/protocol/hello.h"
#include "shared/protocol/outcome.h"
#include "shared/protocol/receipt.h"
#include "shared/protocol/record_line.h"
#include "shared/records/agreement.h"
#include "shared/records/moves.h"
#include "shared/records/record.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace protocol {

// The device speaks for a life that the server knows otherwise (SYNC 7): nothing was taken.
struct Fork {
    std::int64_t incarnation = 0;  // the last one the server knows
    std::int64_t acknowledged = 0;
    std::string head;                 // chain hash of `acknowledged`
    std::int64_t from = 1;            // of which n the first hash is
    std::vector<std::string> hashes;  // that the server holds, from there on
    bool is_whole = true;             // false: there are more hashes than fit into one answer
};

struct Welcome {
    std::int64_t epoch = 0;
    std::int64_t server_ms = 0;
    std::int64_t acknowledged = 0;
    std::string head;              // chain hash of `acknowledged`: of which history it speaks
    std::string ask;               // as the hello said it
    std::int64_t incarnation = 1;  // whose hello it was; left out for the first
    std::int64_t safe = 0;
    bool more = false;
    std::optional<Fork> fork;
    std::string config;  // digest; a config line follows if it is not the device's
    // How the district reads its forms, "f1_row1=clockA" (shared/indicators/choices.h); left out
    // while it chose nothing. Not in the config, whose digest older laptops work out without it.
    std::string choices;
    // The months of the last kClosedMonthsMax that are closed, whose figures stay as they were
    // reported (closed_months.h); left out while none is.
    std::string closed;
    // The server was restored from a backup since the epoch of the hello; nothing else counts.
    bool is_reset = false;
    // The laptop may not work for the health centre any more: it gets nothing, and once all that it
    // had is taken it erases itself (SYNC 24).
    bool is_revoked = false;
};

// What a restored server holds of one bucket in which it and the device differ (SYNC 22).
struct Held {
    std::string unit;
    int number = 0;
    std::map<std::string, records::Revision> rows;  // by record
};

// One bucket of a repair (SYNC 18): every record that the server holds in it.
struct Bucket {
    std::string unit;
    int number = 0;
    std::vector<std::string> ids;
};

// A record that was lawfully erased (SYNC 23): in its unit's feed, in the place of the record.
struct ErasedLine {
    std::string id;
    std::string unit;
};

// A record that went to another unit (SYNC 15): in the feed of the one that it left. `revision` is
// that which it got by going; what is said of it up to there is said of the time before.
struct MovedLine {
    std::string id;
    std::string unit;
    std::string to;
    records::Revision revision;
};

// A household or person that was in another posyandu before: whoever counts a month of then needs
// to know where she was. In the feeds of the unit where she is and of those that she left.
struct WasLine {
    std::string id, type;
    std::vector<records::Move> moves;  // at least one, in their order
};

// What an answer covers of a feed. A late or repeated one is known by where it starts (SYNC 3).
struct Span {
    std::int64_t from = 0;  // the cursor that was asked with
    std::int64_t to = 0;
};

struct Ending {
    std::map<std::string, Span> cursors;  // by unit; only those that moved, or are new
    Span outcomes;
    std::map<std::string, records::Agreement> agreements;  // of the units that moved
    std::string digest;  // of all units' agreements together; empty while more follows
    std::optional<Receipt> receipt;
    bool tells_moves = false;  // all moves of the units were told, as the hello asked
};

struct Answer {
    Welcome welcome;
    std::string config;  // the config line's object text, if one came
    std::vector<Outcome> outcomes;
    std::vector<RecordLine> records;
    std::vector<ErasedLine> erased;
    std::vector<MovedLine> moved;
    std::vector<WasLine> was;
    std::vector<Bucket> buckets;
    std::vector<Held> held;
    Ending ending;
};

std::string to_line(const Welcome& welcome);
std::string to_line(const ErasedLine& erased);
std::string to_line(const MovedLine& moved);
std::string to_line(const WasLine& was);
std::string to_line(const Bucket& bucket);
std::string to_line(const Held& held);
std::string to_line(const Ending& ending);
std::string config_line(std::string_view object_text);

// Refuses (Network) what does not start with a welcome: a captive portal's page, a proxy's answer;
// and an answer that was cut: its last line must be the ending. Malformed: a line that is damaged.
base::Result<Answer> parse_answer(std::string_view text);

// Malformed: it is no such line.
base::Result<WasLine> parse_was_line(std::string_view line);

// Of all units' agreements in order of their names; both sides compute it.
std::string agreement_digest(const std::map<std::string, records::Agreement>& agreements);

}  // namespace protocol
