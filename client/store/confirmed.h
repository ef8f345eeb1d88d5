// The confirmed half of the store: the server's records and the agreement about them.
#pragma once

#include "client/store/applying.h"
#include "shared/records/change.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace store {

// Takes confirmed records in, inside the caller's transaction. What is shown is the caller's to
// refresh; the units' agreements are written by finish().
class Confirming {
public:
    Confirming(Store& store, const NamedBy& named_by) : store_(store), named_by_(named_by) {}

    // Puts the server's text of a record in place if it is newer; returns whether it was.
    // `repairs`: also if what stands is as new or newer but differs, which only a damaged store can
    // hold. What changed by it, and by whom, goes into the record's history.
    Result<bool> confirm(const protocol::RecordLine& line, bool repairs = false);
    // The next revision after the confirmed one is the confirmed one with this change. False: the
    // server means another revision than the next.
    Result<bool> predict(const records::Change& change, records::Revision next);
    // It went to another unit: the row is that unit's from now on, with what is known of it. False:
    // that was said of a time before what is known.
    Result<bool> move(const protocol::MovedLine& line);
    // A record that the server does not hold any more (repair): unless own changes wait on it.
    Status drop(const std::string& id);
    Status finish();

private:
    struct Standing;
    Result<std::optional<Standing>> standing_of(std::string_view id);
    Status put(const records::Record& record, const std::optional<Standing>& standing);
    Status keep_history(const protocol::RecordLine& line, const std::optional<Standing>& standing);
    void take_from_agreement(std::string_view id, const Standing& standing);
    Result<bool> was_erased(std::string_view id);
    Result<records::Revision> when_moved(std::string_view id);

    Store& store_;
    const NamedBy& named_by_;
    std::map<std::string, records::Agreement> deltas_;  // by unit
    // Whether there is any at all; asked once, since most laptops have none. nullopt: not known.
    std::optional<bool> has_erased_;
    std::optional<bool> has_moved_;
};

Result<std::map<std::string, records::Agreement>> agreements(Store& store);
// Sums the unit anew from its rows: before a repair, since the kept sum itself may be wrong.
Status recount(Store& store, std::string_view unit);

}  // namespace store
