#include "client/app/keeping/pin.h"

namespace client_app {

using base::ErrorCode;
using Outcome = PinChange::Outcome;
using store::vault::Attempt;

Result<PinChange> change_pin(const StoreFile& file, const std::string& old_pin,
                             const std::string& new_pin, base::Instant now,
                             const store::vault::Options& options) {
    if (!store::vault::check_new_pin(new_pin).ok()) return PinChange{Outcome::TooShort};
    if (new_pin == old_pin) return PinChange{Outcome::Same};
    TRY_LET(attempt, store::vault::change_pin(file.vault, old_pin, new_pin, now, options));
    const bool is_open = attempt.outcome == Attempt::Outcome::Open;
    return PinChange{is_open ? Outcome::Changed : Outcome::WrongPin, attempt.wait_s};
}

Result<PinChange> check_pin(const StoreFile& file, const std::string& pin, base::Instant now) {
    TRY_LET(attempt, store::vault::unlock(file.vault, pin, now));
    const bool is_right = attempt.outcome == Attempt::Outcome::Open;
    return PinChange{is_right ? Outcome::Changed : Outcome::WrongPin, attempt.wait_s};
}

Result<store::vault::RescueRequest> ask_for_new_pin(const StoreFile& file) {
    return store::vault::rescue_request(file.vault);
}

Result<PinChange> set_rescued_pin(const StoreFile& file, const std::string& answer,
                                  const std::string& new_pin,
                                  const store::vault::Options& options) {
    if (!store::vault::check_new_pin(new_pin).ok()) return PinChange{Outcome::TooShort};
    const auto key = store::vault::recover(file.vault, answer, new_pin, options);
    if (key.ok()) return PinChange{};
    // A key file that cannot be read would be Malformed too.
    TRY(store::vault::rescue_request(file.vault));
    if (key.error().code == ErrorCode::Malformed) return PinChange{Outcome::Mistyped};
    if (key.error().code == ErrorCode::Refused) return PinChange{Outcome::NotOurs};
    return key.error();
}

std::string sentence_of(const PinChange& change) {
    switch (change.outcome) {
        case Outcome::Changed:
            return "PIN sudah diganti. Mulai sekarang pakai PIN yang baru.";
        case Outcome::WrongPin:
            return change.wait_s == 0 ? "PIN lama salah. PIN belum diganti."
                                      : "PIN lama salah. Tunggu " + std::to_string(change.wait_s) +
                                            " detik, lalu coba lagi. Catatan tetap aman.";
        case Outcome::TooShort:
            return "PIN baru terlalu pendek: 8 angka atau lebih; kalimat pendek lebih baik lagi.";
        case Outcome::Same:
            return "PIN baru sama dengan yang lama. Pilih PIN lain.";
        case Outcome::Mistyped:
            return "Kode jawaban belum lengkap atau salah ketik; cocokkan lagi huruf demi huruf.";
        case Outcome::NotOurs:
            return "Kode jawaban ini bukan untuk permintaan dari laptop ini. Kirim permintaan yang "
                   "tampil di laptop ini ke koordinator.";
    }
    return {};
}

}  // namespace client_app
