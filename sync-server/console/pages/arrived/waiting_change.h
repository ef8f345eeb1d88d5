// One change that could not be taken, in words: what it says, of whom, and why it waits.
#pragma once

#include "shared/records/change.h"
#include "sync-server/console/parts.h"
#include "sync-server/store/changes/changes.h"

#include <optional>
#include <string>

namespace console {

std::string address_of(const server_store::Quarantined& item);
// The one that the address names, waiting or not.
Result<std::optional<server_store::Quarantined>> asked_for_change(const Visit& visit);

// The record as it would stand with the change; what of it can be read.
struct Waiting {
    std::optional<records::Change> change;
    records::Record record;
};
Result<Waiting> waiting_of(const Visit& visit, const server_store::Quarantined& item);

// The question whose answer its form refuses, where a person may give another one here.
const forms::Question* wrong_question(const Visit& visit, const server_store::Quarantined& item,
                                      const Waiting& waiting);
// In a coordinator's words.
std::string why_words(const Visit& visit, const server_store::Quarantined& item,
                      const Waiting& waiting);
// What is wrong with an answer: how long it is, or the sentence of its form, which was kept in the
// cadre's language. Empty where why_words() says it all.
std::string wrong_words(const Visit& visit, const server_store::Quarantined& item,
                        const Waiting& waiting);
// Both, as one line.
std::string why_and_what(const Visit& visit, const server_store::Quarantined& item,
                         const Waiting& waiting);

// What was written on top of it when it was taken; empty where it was taken as it came.
Result<base::Fields> mended_answers(const Visit& visit, const server_store::Quarantined& item);

Result<Html> cadre_words(const Visit& visit, std::int64_t device_no);
// Its whole contents; as it came where that cannot be read.
Html whole_change(const Visit& visit, const server_store::Quarantined& item,
                  const Waiting& waiting);

}  // namespace console
