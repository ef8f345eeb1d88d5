// The households of two who are one: where these look like one too, they are joined with them.
#pragma once

#include "sync-server/accept/desk/desk.h"
#include "sync-server/accept/joining/joining.h"
#include "sync-server/console/parts.h"

#include <optional>

namespace console {

// Two that wait in the list and against which nothing speaks; absent: there is nothing to offer.
Result<std::optional<joining::Preview>> homes_of(const Visit& visit,
                                                 const joining::Preview& persons);
// A tick, already made, and what is to be chosen; part of the form that joins the two.
// They stand on the sides of the two (`stays_on_right` of pair_table.h).
Html homes_choice(const Visit& visit, const joining::Preview& homes, bool stays_on_right);

enum class Homes { NotOffered, Left, Joined, Refused };
// Inside visit.write, after the two were joined with `request`: as the page showed and she chose.
Result<Homes> join_homes(const Visit& visit, const accept::Desk& desk,
                         const std::optional<joining::Preview>& homes,
                         const joining::Request& request);

}  // namespace console
