// Contested values: who contends for what, and what becomes of a change that does (SYNC 8, 11).
#pragma once

#include "shared/protocol/outcome.h"
#include "shared/records/change.h"
#include "sync-server/accept/change/merge.h"
#include "sync-server/accept/round/session.h"
#include "sync-server/store/changes/changes.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace accept {

// Who somebody is and where she lives: the coordinator decides about it.
inline constexpr std::array<std::string_view, 2> kIdentityTypes = {"person", "household"};
// Of what was done and found: a midwife may decide about it.
bool is_clinical(std::string_view type);

// The open contender that the change closes, if its author has the right.
Result<std::optional<server_store::Contender>> decided(Session& session,
                                                       const records::Change& change,
                                                       std::int64_t device);

// Keeps what lost beside the record, whose revision after the change is in `outcome`; says there
// what the change contends for. An earlier word of the same device on the same group is replaced,
// and its change hears so.
Status put_losers(Session& session, const records::Change& change, const Merged& merged,
                  const Writer& author, protocol::Outcome& outcome);

// An edit to a record that was joined into another stands there, and contends for what stands in
// the one that counts (SYNC 17). `written`: what of the change was taken.
Status raise_with_kept(Session& session, const records::Change& change,
                       const records::Record& written, const Merged& merged, const Writer& author,
                       protocol::Outcome& outcome);
// The two are two again: what edits to the freed one contend for in the other is done there, and
// goes on where it belongs now if that is a third.
Status withdraw_raised(Session& session, const std::string& kept, const std::string& freed);

// The one that was decided is answered, and those of its group that wanted what stands now. What
// somebody else wants there is decided by whoever has seen it (SYNC 8).
Status close_decided(Session& session, const server_store::Contender& decided_one,
                     const base::Fields& standing, records::Revision revision,
                     std::string_view reason);
// It was decided, and is to be decided anew; its author hears so. `revision`: the record's by now.
Status open_again(Session& session, const server_store::Contender& closed,
                  records::Revision revision);

}  // namespace accept
