#include "client/app/sending/enrolling.h"

#include "client/app/keeping/store_hold.h"
#include "client/app/sending/syncing.h"
#include "client/app/workplace.h"
#include "client/store/enrolled_again.h"
#include "client/store/vault.h"
#include "client/sync/http_transport.h"
#include "shared/base/file.h"
#include "shared/base/json.h"
#include "shared/crypto/encoding.h"
#include "shared/crypto/hash.h"
#include "shared/crypto/keys.h"
#include "shared/protocol/enrolment.h"
#include "shared/protocol/limits.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <vector>

namespace client_app {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

constexpr std::string_view kPending = "enrolling-";

// The device key of an enrolment under way, kept beside the stores. It protects nothing yet: it is
// replaced by the store's own sealed copy as soon as the server has answered.
std::string pending_key_path(const std::string& data, const protocol::EnrolmentCode& code) {
    return data + "/" + std::string(kPending) + crypto::hash128_hex(code.secret).substr(0, 12);
}

Result<crypto::SigningKey> device_key(const std::string& path) {
    if (base::file_exists(path)) {
        TRY_LET(text, base::read_file(path));
        return crypto::SigningKey::from_text(text);
    }
    crypto::SigningKey key = crypto::SigningKey::generate();
    TRY(base::replace_file(path, key.text(), true));
    return key;
}

Result<std::string> checked_pin(const protocol::EnrolmentCode& code, const std::string& url) {
    if (!url.starts_with("https://")) return std::string();
    if (!has_pin(code)) return std::string();  // a certificate of the operator's own
    TRY_LET(pin, sync_client::pin_offered_by(url));
    if (!pin_matches(code, pin)) {
        return Error{
            ErrorCode::Refused,
            "yang menjawab bukan komputer puskesmas di kode pendaftaran ini; tidak ada yang "
            "dikirim. Periksa jaringannya, atau tanyakan ke koordinator"};
    }
    return pin;
}

EnrolTrouble trouble_of(int status) {
    if (status == 404) return EnrolTrouble::CodeUnknown;
    if (status == 409) return EnrolTrouble::CodeUsed;
    if (status == 422) return EnrolTrouble::OtherUser;
    return status == 410 ? EnrolTrouble::CodeExpired : EnrolTrouble::WrongServer;
}

Error refused(const sync_client::HttpReply& reply) {
    auto outer = base::json::Object::parse(reply.body);
    if (outer.ok()) {
        const auto problem = outer.value().object("problem");
        const auto sentence = problem ? problem->string("id") : std::nullopt;
        if (sentence) return {ErrorCode::Refused, *sentence};
    }
    return {ErrorCode::Network, "yang menjawab bukan komputer puskesmas; tidak ada yang berubah"};
}

Result<protocol::EnrolAnswer> ask(const sync_client::HttpSettings& settings,
                                  const protocol::EnrolRequest& request, EnrolTrouble& trouble) {
    trouble = EnrolTrouble::BadAddress;
    TRY_LET(transport, sync_client::HttpTransport::open(settings));
    trouble = EnrolTrouble::NoConnection;
    TRY_LET(reply, transport->post("/v1/enrol", to_json(request), protocol::Encoding::Identity));
    trouble = trouble_of(static_cast<int>(reply.status));
    if (reply.status != 200) return refused(reply);
    TRY_LET(body, protocol::decompress(reply.encoding, reply.body, 1 << 24));
    return protocol::parse_enrol_answer(body);
}

std::int64_t age_ms(const std::filesystem::path& path, base::Instant now) {
    std::error_code error;
    const auto written = std::filesystem::last_write_time(path, error);
    if (error) return 0;
    const auto since = std::chrono::file_clock::to_sys(written).time_since_epoch();
    return now.unix_ms - std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
}

// A power cut between making the store and this leaves a key behind. Others' keys stay as long as
// their codes may still be asked with: they too may have lost an answer.
void remove_pending_keys(const std::string& data, const std::string& own, base::Instant now) {
    std::error_code ignored;
    std::filesystem::remove(own, ignored);
    std::vector<std::filesystem::path> stale;
    for (std::filesystem::directory_iterator at(data, ignored), end; !ignored && at != end;
         at.increment(ignored)) {
        const bool is_key = at->path().filename().string().starts_with(kPending);
        if (is_key && age_ms(at->path(), now) > protocol::kEnrolmentCodeLifeMs) {
            stale.push_back(at->path());
        }
    }
    for (const std::filesystem::path& path : stale) std::filesystem::remove(path, ignored);
}

store::Identity identity_of(const protocol::EnrolAnswer& answer,
                            const sync_client::HttpSettings& settings,
                            const crypto::SigningKey& key) {
    store::Identity identity;
    identity.server = settings.url;
    identity.pin = settings.pin;
    identity.device = answer.device.text();
    identity.token = answer.token;
    identity.user = answer.user.text();
    identity.user_name = answer.user_name;
    identity.role = answer.role;
    identity.centre = answer.centre;
    identity.zone = answer.zone;
    identity.box_key = answer.box_key;
    identity.receipt_key = answer.receipt_key;
    identity.device_key = key.text();
    identity.config = answer.config;
    return identity;
}

// What a code leads to: its server, checked before anything is sent.
struct Door {
    protocol::EnrolmentCode code;
    sync_client::HttpSettings settings;
};

Result<protocol::EnrolmentCode> read_code(const std::string& text) {
    auto code = protocol::parse_enrolment_code(text);
    if (code.ok()) return code;
    return Error{ErrorCode::Usage,
                 "kode pendaftaran belum lengkap atau salah ketik; cocokkan "
                 "lagi dengan kertasnya, huruf demi huruf"};
}

Result<Door> door_of(const protocol::EnrolmentCode& code, const std::string& server,
                     EnrolTrouble& trouble) {
    Door door{code, {}};
    door.settings.url = server.empty() ? "https://" + code.address : server;
    auto certificate_pin = checked_pin(code, door.settings.url);
    if (!certificate_pin.ok()) {
        const bool is_other = certificate_pin.error().code == ErrorCode::Refused;
        trouble = is_other ? EnrolTrouble::WrongServer : EnrolTrouble::NoConnection;
        return std::move(certificate_pin).error();
    }
    door.settings.pin = certificate_pin.value();
    return door;
}

// Each step names what it is when it fails.
Result<store::Identity> enrol_step_by_step(const std::string& data, const std::string& code_text,
                                           const std::string& server, const std::string& pin,
                                           base::Instant now, EnrolTrouble& trouble) {
    trouble = EnrolTrouble::BadCode;
    TRY_LET(code, read_code(code_text));
    trouble = EnrolTrouble::BadPin;
    TRY(store::vault::check_new_pin(pin));
    TRY_LET(door, door_of(code, server, trouble));

    trouble = EnrolTrouble::Storage;
    TRY(base::make_directory(data, true));
    const std::string key_path = pending_key_path(data, code);
    TRY_LET(key, device_key(key_path));
    const protocol::EnrolRequest request{crypto::to_base32(code.secret), key.verify_key().text(),
                                         "laptop", kAppVersion};
    TRY_LET(answer, ask(door.settings, request, trouble));
    const store::Identity identity = identity_of(answer, door.settings, key);
    trouble = EnrolTrouble::Storage;
    if (auto made = make_store(data, {identity, pin}, now); !made.ok()) {
        if (made.error().code == ErrorCode::Refused) trouble = EnrolTrouble::AlreadyHere;
        return std::move(made).error();
    }
    remove_pending_keys(data, key_path, now);
    trouble = EnrolTrouble::None;
    return identity;
}

// With her store open: the server's answer is put into it in one transaction.
Result<store::Identity> go_on(store::Store& store, const Renewal& wanted,
                              const protocol::EnrolmentCode& code, base::Instant now,
                              EnrolTrouble& trouble) {
    TRY_LET(door, door_of(code, wanted.server, trouble));
    trouble = EnrolTrouble::Storage;
    TRY_LET(before, store.identity());
    const bool is_other_centre = !before.pin.empty() && door.settings.pin != before.pin;
    if (is_other_centre) {
        trouble = EnrolTrouble::WrongServer;
        return Error{ErrorCode::Refused, "kode ini dari puskesmas lain; tidak ada yang dikirim"};
    }
    const std::string key_path = pending_key_path(wanted.data, code);
    TRY_LET(key, device_key(key_path));
    TRY_LET(again, store::again_of(store));
    const protocol::EnrolRequest request{crypto::to_base32(code.secret), key.verify_key().text(),
                                         "laptop", kAppVersion, again};
    TRY_LET(answer, ask(door.settings, request, trouble));
    trouble = EnrolTrouble::WrongServer;
    TRY(store::take_enrolment(store, {answer, key.text(), door.settings.url, door.settings.pin}));
    trouble = EnrolTrouble::Storage;
    TRY(put_label(wanted.data, wanted.file.name, answer.user_name));
    remove_pending_keys(wanted.data, key_path, now);
    trouble = EnrolTrouble::None;
    return store.identity();
}

Result<store::Identity> enrol_again_step_by_step(const Renewal& wanted, base::Instant now,
                                                 EnrolTrouble& trouble, int& wait_s) {
    trouble = EnrolTrouble::BadCode;
    TRY_LET(code, read_code(wanted.code));
    trouble = EnrolTrouble::Storage;
    TRY_LET(hold, StoreHold::take(wanted.file));
    if (!hold) {
        trouble = EnrolTrouble::Elsewhere;
        return Error{ErrorCode::Refused, "tutup dulu jendela Kawan ASI yang masih terbuka"};
    }
    TRY_LET(opening, try_pin(wanted.file, wanted.pin, now));
    if (!opening.store) {
        trouble = EnrolTrouble::WrongPin;
        wait_s = opening.wait_s;
        return Error{ErrorCode::Refused, "PIN salah. Catatan tetap aman"};
    }
    auto identity = go_on(*opening.store, wanted, code, now, trouble);
    opening.store.reset();
    close_store(wanted.file);
    return identity;
}

}  // namespace

Result<store::Identity> enrol(const std::string& data, const std::string& code,
                              const std::string& server, const std::string& pin, base::Instant now,
                              EnrolTrouble* trouble) {
    EnrolTrouble ignored = EnrolTrouble::None;
    return enrol_step_by_step(data, code, server, pin, now,
                              trouble != nullptr ? *trouble : ignored);
}

Result<store::Identity> enrol_again(const Renewal& wanted, base::Instant now, EnrolTrouble* trouble,
                                    int* wait_s) {
    EnrolTrouble ignored = EnrolTrouble::None;
    int ignored_wait = 0;
    return enrol_again_step_by_step(wanted, now, trouble != nullptr ? *trouble : ignored,
                                    wait_s != nullptr ? *wait_s : ignored_wait);
}

}  // namespace client_app
