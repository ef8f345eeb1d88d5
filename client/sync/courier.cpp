#include "client/sync/courier.h"

#include "shared/crypto/keys.h"
#include "shared/protocol/limits.h"

namespace sync_client {

using base::Error;
using base::ErrorCode;
using base::Result;
using protocol::BundleKind;
using protocol::BundleTrouble;

namespace {

// Answers with what a courier brought, whatever is asked.
class ReplyTransport final : public Transport {
public:
    explicit ReplyTransport(std::string body) : body_(std::move(body)) {}
    Result<HttpReply> post(const std::string&, std::string, protocol::Encoding) override {
        HttpReply reply;
        reply.status = 200;
        reply.encoding = protocol::Encoding::Zstd;
        reply.body = std::move(body_);
        reply.bytes_received = static_cast<std::int64_t>(reply.body.size());
        return reply;
    }
    Result<HttpReply> get(const std::string&) override {
        return Error{ErrorCode::Network, "a courier answers only what was asked"};
    }

private:
    std::string body_;
};

Result<crypto::SigningKey> device_key(const store::Identity& identity) {
    auto key = crypto::SigningKey::from_text(identity.device_key);
    if (!key.ok() || !base::DeviceId::parse(identity.device)) {
        return Error{ErrorCode::Usage, "this store was never enrolled"};
    }
    return key;
}

void add(const RoundResult& result, CarriedReply& reply) {
    const store::Applied& applied = result.round.applied;
    reply.received += applied.records;
    reply.erased += applied.erased;
    reply.left += applied.left;
    reply.gone += applied.gone;
    reply.is_forked = applied.forked;
    reply.agreed = applied.compared && applied.agreed;
    reply.is_turning = reply.is_turning || applied.turned;
    reply.sent_again += applied.sent_again;
    reply.must_erase = result.round.must_erase;
}

// Each body is a round's answer.
Result<CarriedReply> take_bodies(store::Store& store, const base::Clock& clock,
                                 const store::NamedBy& named_by, const Self& self,
                                 std::vector<std::string> bodies) {
    TRY_LET(before, store.progress());
    CarriedReply reply;
    for (std::string& body : bodies) {
        ReplyTransport transport(std::move(body));
        BatchSize batch;  // not the remembered one: a stick says nothing about the link
        const RoundResult result = run_round(store, transport, clock, named_by, self, batch);
        reply.error = result.error;
        if (!result.ok()) break;
        add(result, reply);
    }
    TRY_LET(after, store.progress());
    // The numbers of another life, or of before a restore, say nothing.
    const bool is_one_time = before.epoch == 0 || after.epoch == before.epoch;
    if (is_one_time && after.incarnation == before.incarnation) {
        reply.confirmed = after.acknowledged - before.acknowledged;
    }
    // A difference takes another exchange to find, and one to mend (SYNC 18).
    const bool is_whole = after.compared && after.agreed && !reply.is_turning;
    reply.has_more = !reply.is_forked && !reply.must_erase && !is_whole;
    return reply;
}

}  // namespace

Result<CarriedRequest> make_request(store::Store& store, const store::Identity& identity,
                                    const base::Clock& clock, const Self& self) {
    TRY_LET(key, device_key(identity));
    TRY_LET(centre, crypto::BoxPublicKey::from_text(identity.box_key));
    TRY_LET(outgoing, prepare(store, clock, self, protocol::kBundleTextBytesMax));
    protocol::Hello& hello = outgoing.hello;
    hello.clock_ms = 0;  // says nothing on the day it is read
    TRY(add_receipt(store, hello));
    const std::string text = text_of(outgoing);
    TRY_LET(body, protocol::compress(protocol::Encoding::Zstd, text, protocol::kZstdLevel));
    TRY_LET(bytes, make_bundle(BundleKind::Request, hello.device, {body}, centre, key));
    return CarriedRequest{protocol::bundle_name(hello.device, hello.last_n), std::move(bytes),
                          hello.count, hello.last_n - (hello.first_n + hello.count - 1)};
}

Result<CarriedReply> take_reply(store::Store& store, const store::Identity& identity,
                                const base::Clock& clock, const store::NamedBy& named_by,
                                const Self& self, std::string_view file) {
    TRY_LET(key, device_key(identity));
    TRY_LET(centre, crypto::VerifyKey::from_text(identity.receipt_key));
    const auto refused = [](BundleTrouble trouble) {
        CarriedReply reply;
        reply.trouble = trouble;
        return reply;
    };
    const protocol::ReadBundle read = protocol::read_bundle(file);
    if (read.trouble) return refused(*read.trouble);
    if (read.bundle.kind != BundleKind::Reply) return refused(BundleTrouble::NotABundle);
    if (read.bundle.device.text() != identity.device) return refused(BundleTrouble::NotForUs);
    protocol::OpenedBundle opened = open_bundle(read.bundle, centre, crypto::box_key_of(key));
    if (opened.trouble) return refused(*opened.trouble);
    return take_bodies(store, clock, named_by, self, std::move(opened.bodies));
}

}  // namespace sync_client
