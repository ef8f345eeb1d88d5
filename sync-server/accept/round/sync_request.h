// One POST /v1/sync from its first line to its last, inside a transaction of the service's.
#pragma once

#include "shared/protocol/answer.h"
#include "shared/protocol/request.h"
#include "sync-server/accept/round/chain.h"
#include "sync-server/accept/round/session.h"
#include "sync-server/accept/service.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace accept {

class SyncRequest {
public:
    SyncRequest(const Service& service, db::Connection& connection)
        : service_(service), connection_(connection) {}
    // `sender`: whom the token or the signature names, if anybody.
    base::Result<Reply> run(const std::optional<server_store::Device>& sender,
                            std::string_view body);
    // The same without writing anything; nullopt: something would have to be written.
    base::Result<std::optional<AnswerRead>> run_reading(
        const std::optional<server_store::Device>& sender, std::string_view body);

private:
    base::Result<std::optional<Refusal>> sign_in(const std::optional<server_store::Device>& sender);
    base::Result<std::string> chain_hash_at(std::int64_t n);
    base::Result<Held> held_hashes();
    bool comes_too_late() const;
    base::Result<Standing> stand();
    base::Result<Standing> stand_by_chain();
    base::Result<Reply> refuse(Refusal refusal);
    base::Result<Reply> reset();
    base::Result<protocol::Fork> histories_part();
    base::Result<Reply> fork();
    base::Result<Reply> take_and_answer();
    base::Result<Reply> part_with();
    base::Result<bool> repeats_what_is_held(std::int64_t n, std::string_view line);
    base::Status note_known_units();
    base::Result<bool> take_lines();  // false: a line that was held before differs now
    base::Result<std::string> answer();
    protocol::Welcome welcome() const;
    base::Result<protocol::Receipt> receipt();

    const Service& service_;
    db::Connection& connection_;
    std::optional<Session> session_;
    protocol::Request request_;
    std::map<std::string, std::int64_t> outcome_counts_;
    bool has_taken_ = false;  // a change that was not known before
    std::int64_t safe_ = 0;   // what every backup holds of the device (SYNC 21)
};

}  // namespace accept
