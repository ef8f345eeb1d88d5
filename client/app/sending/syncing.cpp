#include "client/app/sending/syncing.h"

#include "client/app/recording/recorder.h"
#include "client/store/practice_mark.h"
#include "client/sync/http_transport.h"
#include "shared/base/file.h"
#include "shared/base/text.h"

namespace client_app {

using sync_client::Trouble;

namespace {

// On the disk that the store lies on; -1: nobody knows, and nothing is said.
std::int64_t free_beside(store::Store& store) {
    const auto file = store.file();
    const bool lies_on_disk = file.ok() && !file.value().empty();
    return lies_on_disk ? base::free_disk_bytes(file.value()) : -1;
}

}  // namespace

base::Result<sync_client::Total> sync_all(
    store::Store& store, const store::Identity& identity, const forms::FormSet& forms,
    const base::Clock& clock, const std::atomic<bool>* is_cancelled,
    const std::function<bool(const sync_client::Total&)>& progress) {
    if (store::is_practice(identity)) {
        return base::Error{base::ErrorCode::Refused,
                           "Mode uji coba: tidak dikirim. Isinya hanya contoh."};
    }
    sync_client::HttpSettings settings;
    settings.url = identity.server;
    settings.pin = identity.pin;
    settings.token = identity.token;
    TRY_LET(transport, sync_client::HttpTransport::open(settings, is_cancelled));
    const auto named = [&forms](const records::Record& record) { return named_by(forms, record); };
    const sync_client::Self self{kAppVersion, forms.digest(), free_beside(store)};
    return sync_client::run_all(store, *transport, clock, named, self, progress);
}

std::string sentence_of(Trouble trouble, long long waiting) {
    const std::string safe =
        waiting > 0 ? std::to_string(waiting) + " catatan aman di laptop ini dan belum terkirim."
                    : "Semua catatan aman di laptop ini.";
    switch (trouble) {
        case Trouble::NoConnection:
            return "Belum terkirim: tidak ada sambungan ke komputer puskesmas. " + safe +
                   " Coba lagi saat ada jaringan.";
        case Trouble::WrongServer:
            return "Belum terkirim: yang menjawab bukan komputer puskesmas Anda. " + safe +
                   " Jangan kirim lewat jaringan ini; tanyakan ke koordinator.";
        case Trouble::NotEnrolled:
            return "Belum terkirim: komputer puskesmas tidak mengenal laptop ini. " + safe +
                   " Minta kode pendaftaran baru ke koordinator.";
        case Trouble::Revoked:
            return "Belum terkirim: laptop ini tidak lagi diizinkan mengirim. " + safe +
                   (waiting > 0 ? " Salin ke flashdisk (kawan bundle write), lalu serahkan ke "
                                  "koordinator: di puskesmas tetap diterima."
                                : " Hubungi koordinator.");
        case Trouble::Paused:
            return "Belum terkirim: puskesmas sedang menghentikan pengiriman sementara. " + safe +
                   " Coba lagi besok, atau tanyakan ke koordinator.";
        case Trouble::ClientTooOld:
            return "Belum terkirim: aplikasi di laptop ini terlalu lama. " + safe +
                   " Pasang versi baru, catatan tidak akan hilang.";
        case Trouble::ServerBusy:
            return "Belum terkirim: komputer puskesmas sedang sibuk. " + safe +
                   " Coba lagi beberapa menit lagi.";
        case Trouble::ServerTrouble:
            return "Belum terkirim: komputer puskesmas sedang bermasalah. " + safe +
                   " Beri tahu koordinator bila terus begini.";
        case Trouble::Storage:
            return "Ada masalah dengan penyimpanan laptop ini (mungkin penuh). " + safe +
                   " Kosongkan tempat, lalu coba lagi.";
    }
    return safe;
}

std::string sentence_of(const sync_client::RoundError& error, long long waiting) {
    const std::string sentence = sentence_of(error.trouble, waiting);
    if (!error.is_other) return sentence;
    return sentence + " Wi-Fi atau jaringan ini mungkin minta masuk dulu: buka satu halaman web.";
}

std::string sentence_of_restore(long long sent_again) {
    const std::string what = "Komputer puskesmas dipulihkan dari salinan cadangan. ";
    if (sent_again == 0) return what + "Isi laptop ini sudah dicocokkan lagi.";
    return what + std::to_string(sent_again) +
           " catatan Anda dikirim ulang, tidak perlu diisi lagi.";
}

std::vector<std::string> sentences_of_erasure(std::int64_t erased, const store::Gone& gone) {
    const std::string why = " dihapus atas permintaannya; tidak perlu Anda kirim lagi.";
    std::vector<std::string> said;
    if (gone.families > 0) {
        said.push_back(std::to_string(gone.families) + " keluarga" + why);
    } else if (gone.persons > 0) {
        said.push_back("Data " + std::to_string(gone.persons) + " orang" + why);
    } else if (erased > gone.not_taken) {
        said.push_back(std::to_string(erased - gone.not_taken) +
                       " catatan dihapus atas permintaan orangnya; tidak perlu Anda kirim lagi.");
    }
    if (gone.not_taken > 0) {
        said.push_back(std::to_string(gone.not_taken) +
                       " catatan Anda tidak diterima, karena menyebut orang yang datanya sudah "
                       "dihapus atas permintaannya. Catatan kertasnya tetap Anda simpan.");
    }
    return said;
}

// What the health centre has, it may lose; what its backups have, it has again (SYNC 21).
std::string sentence_of_safety(std::int64_t safe, std::int64_t acknowledged) {
    if (safe >= acknowledged) return "Semua yang terkirim sudah ada di cadangan puskesmas.";
    if (safe == 0) {
        return "Yang terkirim belum ada di cadangan puskesmas; semuanya tetap tersimpan di laptop "
               "ini.";
    }
    return "Di cadangan puskesmas: " + std::to_string(safe) + " dari " +
           std::to_string(acknowledged) +
           " catatan terkirim. Sisanya tetap tersimpan di laptop "
           "ini.";
}

std::vector<std::string> sentences_of(const store::SyncStatus& status) {
    const auto text = [](std::int64_t count) { return std::to_string(count); };
    std::vector<std::string> sentences;
    sentences.push_back(status.waiting == 0 ? "Semua catatan sudah diterima puskesmas."
                                            : "Belum terkirim: " + text(status.waiting) +
                                                  " catatan. Aman di laptop ini.");
    if (status.quarantined > 0) {
        sentences.push_back("Perlu diperbaiki: " + text(status.quarantined) +
                            " catatan ada di puskesmas tetapi belum bisa dihitung.");
    }
    if (status.conflicted > 0) {
        sentences.push_back("Isian berbeda: " + text(status.conflicted) +
                            " catatan berbeda dengan isian orang lain; puskesmas akan memilih.");
    }
    if (status.rejected > 0) {
        sentences.push_back("Ditolak: " + text(status.rejected) +
                            " catatan ditolak puskesmas, dengan alasannya.");
    }
    if (status.erased > 0) {
        sentences.push_back("Dihapus atas permintaan: " + text(status.erased) +
                            " catatan yang pernah Anda tulis; tidak perlu Anda kirim lagi.");
    }
    if (status.acknowledged > 0) {
        sentences.push_back(sentence_of_safety(status.safe, status.acknowledged));
    }
    if (!status.last_sync_at) {
        sentences.push_back("Belum pernah terhubung ke puskesmas.");
    } else if (status.agreed && status.waiting > 0) {
        sentences.push_back(
            "Selain yang belum terkirim, isi laptop ini sama dengan komputer puskesmas.");
    } else if (status.agreed) {
        sentences.push_back("Isi laptop ini sama dengan komputer puskesmas.");
    } else {
        sentences.push_back(
            "Isi laptop ini belum sama dengan komputer puskesmas; kirim sekali lagi.");
    }
    return sentences;
}

}  // namespace client_app
