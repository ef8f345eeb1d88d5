#include "client/app/sending/courier.h"

#include "client/app/recording/recorder.h"
#include "client/app/sending/syncing.h"
#include "client/sync/courier.h"
#include "shared/base/file.h"
#include "shared/protocol/bundle.h"

#include <algorithm>
#include <filesystem>

namespace client_app {

using base::Error;
using base::ErrorCode;
using protocol::BundleTrouble;
namespace fs = std::filesystem;

namespace {

CourierTrouble trouble_of(BundleTrouble trouble) {
    switch (trouble) {
        case BundleTrouble::NotABundle:
            return CourierTrouble::NotABundle;
        case BundleTrouble::NewerProgram:
            return CourierTrouble::NewerProgram;
        case BundleTrouble::Cut:
            return CourierTrouble::Cut;
        case BundleTrouble::Damaged:
            return CourierTrouble::Damaged;
        case BundleTrouble::NotForUs:
            return CourierTrouble::OtherLaptop;
    }
    return CourierTrouble::Damaged;
}

CourierTrouble trouble_of(sync_client::Trouble trouble) {
    switch (trouble) {
        case sync_client::Trouble::ClientTooOld:
            return CourierTrouble::NewerProgram;
        case sync_client::Trouble::Storage:
            return CourierTrouble::Storage;
        case sync_client::Trouble::WrongServer:
        case sync_client::Trouble::NoConnection:
        case sync_client::Trouble::NotEnrolled:
        case sync_client::Trouble::Revoked:
        case sync_client::Trouble::Paused:
        case sync_client::Trouble::ServerBusy:
        case sync_client::Trouble::ServerTrouble:
            break;
    }
    return CourierTrouble::Damaged;
}

// Of reading from or writing to the stick.
CourierTrouble stick_trouble(const Error& error) {
    switch (error.code) {
        case ErrorCode::DiskFull:
            return CourierTrouble::StickFull;
        case ErrorCode::NotFound:
            return CourierTrouble::NoSuchPlace;
        case ErrorCode::Refused:  // larger than any bundle
            return CourierTrouble::NotABundle;
        case ErrorCode::Storage:
        case ErrorCode::Network:
        case ErrorCode::Malformed:
        case ErrorCode::Unsupported:
        case ErrorCode::Usage:
            break;
    }
    return CourierTrouble::StickFailed;
}

CourierTrouble store_trouble(const Error& error) {
    return error.code == ErrorCode::Usage || error.code == ErrorCode::Malformed
               ? CourierTrouble::NotEnrolled
               : CourierTrouble::Storage;
}

bool is_folder(const std::string& place) {
    std::error_code ignored;
    return fs::is_directory(place, ignored);
}

// The newest first: it says all that the older ones said, and its receipt counts.
bool is_newer(const std::string& a, const std::string& b) {
    return a.size() != b.size() ? a.size() > b.size() : a > b;
}

// One reply after the other, taken into one store.
class Reading {
public:
    Reading(store::Store& store, const store::Identity& identity, const forms::FormSet& forms,
            const base::Clock& clock)
        : store_(store), identity_(identity), forms_(forms), clock_(clock) {}

    void folder(const std::string& place) {
        auto files = protocol::bundles_in(place, protocol::BundleKind::Reply);
        if (!files.ok()) return add(place, stick_trouble(files.error()));
        std::sort(files.value().begin(), files.value().end(), is_newer);
        for (const std::string& each : files.value()) file(each);
        if (result.replies == 0 && result.troubles.empty()) add(place, CourierTrouble::NoReply);
    }

    void file(const std::string& path) {
        auto bytes = protocol::read_bundle_file(path);
        if (!bytes.ok()) return add(path, stick_trouble(bytes.error()));
        const auto named = [this](const records::Record& record) {
            return named_by(forms_, record);
        };
        const sync_client::Self self{kAppVersion, forms_.digest()};
        auto reply = sync_client::take_reply(store_, identity_, clock_, named, self, bytes.value());
        if (!reply.ok()) return add(path, store_trouble(reply.error()));
        take(path, reply.value());
    }

    ReadReplies result;

private:
    void add(const std::string& path, CourierTrouble trouble) {
        auto& list = trouble == CourierTrouble::OtherLaptop ? result.others : result.troubles;
        list.push_back({path, trouble});
    }

    void take(const std::string& path, const sync_client::CarriedReply& reply) {
        if (reply.trouble) return add(path, trouble_of(*reply.trouble));
        result.confirmed += reply.confirmed;
        result.received += reply.received;
        result.erased += reply.erased;
        result.left += reply.left;
        result.gone += reply.gone;
        if (reply.error) return add(path, trouble_of(reply.error->trouble));
        ++result.replies;
        result.write_again = result.write_again || reply.is_forked || reply.has_more;
        result.is_turning = result.is_turning || reply.is_turning;
        result.sent_again += reply.sent_again;
        result.must_erase = result.must_erase || reply.must_erase;
    }

    store::Store& store_;
    const store::Identity& identity_;
    const forms::FormSet& forms_;
    const base::Clock& clock_;
};

}  // namespace

WrittenBundle write_bundle(store::Store& store, const store::Identity& identity,
                           const forms::FormSet& forms, const base::Clock& clock,
                           const std::string& place) {
    WrittenBundle written;
    auto request = sync_client::make_request(store, identity, clock, {kAppVersion, forms.digest()});
    if (!request.ok()) {
        written.trouble = store_trouble(request.error());
        return written;
    }
    const sync_client::CarriedRequest& bundle = request.value();
    const fs::path path = is_folder(place) ? fs::path(place) / bundle.name : fs::path(place);
    if (!is_folder(path.has_parent_path() ? path.parent_path().string() : ".")) {
        written.trouble = CourierTrouble::NoSuchPlace;
        return written;
    }
    const base::Status done = base::replace_file(path.string(), bundle.bytes);
    if (!done.ok()) {
        written.trouble = stick_trouble(done.error());
        return written;
    }
    written.file = path.string();
    written.changes = bundle.changes;
    written.bytes = static_cast<std::int64_t>(bundle.bytes.size());
    written.left = bundle.left;
    return written;
}

ReadReplies read_replies(store::Store& store, const store::Identity& identity,
                         const forms::FormSet& forms, const base::Clock& clock,
                         const std::string& place) {
    Reading reading(store, identity, forms, clock);
    if (is_folder(place)) {
        reading.folder(place);
    } else {
        reading.file(place);
    }
    return std::move(reading.result);
}

std::string sentence_of_stick_restore(std::int64_t sent_again) {
    std::string text = "Komputer puskesmas dipulihkan dari salinan cadangan. ";
    if (sent_again > 0) {
        text += std::to_string(sent_again);
        text += " catatan Anda dikirim ulang, tidak perlu diisi lagi. ";
    }
    return text +
           "Tulis sekali lagi ke flashdisk: flashdisk perlu beberapa kali diantar ke puskesmas.";
}

std::string sentence_of(CourierTrouble trouble) {
    switch (trouble) {
        case CourierTrouble::NotEnrolled:
            return "Laptop ini belum terdaftar di puskesmas. Minta kode pendaftaran ke "
                   "koordinator.";
        case CourierTrouble::NoSuchPlace:
            return "Flashdisk atau berkasnya tidak ditemukan. Pasang flashdisk, lalu coba lagi.";
        case CourierTrouble::StickFull:
            return "Flashdisk penuh; tidak ada yang ditulis. Kosongkan tempat, lalu coba lagi. "
                   "Catatan aman di laptop ini.";
        case CourierTrouble::StickFailed:
            return "Flashdisk tidak bisa dipakai: mungkin terkunci, tercabut, atau rusak. Coba "
                   "flashdisk lain. Catatan aman di laptop ini.";
        case CourierTrouble::NoReply:
            return "Belum ada balasan puskesmas untuk laptop ini di sini.";
        case CourierTrouble::NotABundle:
            return "Ini bukan balasan dari puskesmas; tidak ada yang berubah.";
        case CourierTrouble::NewerProgram:
            return "Balasan ini dari aplikasi yang lebih baru. Pasang versi baru, lalu baca lagi.";
        case CourierTrouble::Cut:
            return "Berkas ini hanya separuh: flashdisk dicabut terlalu cepat. Minta puskesmas "
                   "menulis lagi. Tidak ada yang berubah.";
        case CourierTrouble::Damaged:
            return "Berkas ini rusak di jalan, atau bukan dari puskesmas Anda. Tidak ada yang "
                   "berubah; minta puskesmas menulis lagi.";
        case CourierTrouble::OtherLaptop:
            return "Balasan ini untuk laptop atau pengguna lain; biarkan di flashdisk.";
        case CourierTrouble::Storage:
            return "Ada masalah dengan penyimpanan laptop ini (mungkin penuh). Kosongkan tempat, "
                   "lalu baca lagi.";
    }
    return "Flashdisk tidak bisa dipakai.";
}

}  // namespace client_app
