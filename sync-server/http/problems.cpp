#include "sync-server/http/problems.h"

#include "shared/base/json.h"

#include <string>

namespace http {

namespace {

// clang-format off
constexpr ProblemText kMalformedRequest = {"malformed_request", 400,
    "Permintaan ini tidak dapat dibaca komputer puskesmas. Data Anda tetap aman di laptop ini. "
    "Coba lagi; bila terulang, perbarui aplikasi.",
    "The server could not read this request. Your data is safe on this laptop. Try again; if "
    "it happens again, update the app.", 0};
constexpr ProblemText kNotEnrolled = {"not_enrolled", 401,
    "Laptop ini belum dikenal komputer puskesmas. Data Anda tetap aman di laptop ini. Minta kode "
    "pendaftaran kepada koordinator.",
    "The server does not know this laptop. Your data is safe on this laptop. Ask the "
    "coordinator for an enrolment code.", 0};
constexpr ProblemText kTokenRevoked = {"token_revoked", 403,
    "Izin laptop ini sudah dicabut, jadi data baru tidak dapat diambil. Hubungi koordinator "
    "puskesmas sebelum melanjutkan.",
    "This laptop's permission has been withdrawn, so no new data can be fetched. Speak to the "
    "coordinator of the health centre before going on.", 0};
constexpr ProblemText kNotAllowed = {"not_allowed", 403,
    "Akun Anda tidak berhak membuka bagian ini. Tidak ada data yang berubah. Bila Anda "
    "memerlukannya, hubungi koordinator.",
    "Your account may not open this part. Nothing was changed. If you need it, speak to the "
    "coordinator.", 0};
constexpr ProblemText kNotFound = {"not_found", 404,
    "Alamat ini tidak ada di komputer puskesmas. Tidak ada data yang berubah. Periksa alamatnya.",
    "There is nothing at this address. Nothing was changed. Check the address.", 0};
constexpr ProblemText kMethodNotAllowed = {"method_not_allowed", 405,
    "Alamat ini tidak menerima permintaan seperti itu. Tidak ada data yang berubah. Perbarui "
    "aplikasi bila terulang.",
    "This address does not take such a request. Nothing was changed. Update the app if it "
    "happens again.", 0};
constexpr ProblemText kCodeUnknown = {"code_unknown", 404,
    "Kode pendaftaran tidak dikenal. Belum ada yang didaftarkan. Periksa setiap huruf dan "
    "angka, atau minta kode baru kepada koordinator.",
    "This enrolment code is not known. Nothing was enrolled. Check every letter and digit, or "
    "ask the coordinator for a new code.", 0};
constexpr ProblemText kCodeUsed = {"code_used", 409,
    "Kode pendaftaran ini sudah dipakai di laptop lain. Laptop ini belum terdaftar. Minta "
    "kode baru kepada koordinator.",
    "This enrolment code has been used on another laptop. This laptop is not enrolled. Ask "
    "the coordinator for a new code.", 0};
constexpr ProblemText kCodeExpired = {"code_expired", 410,
    "Masa berlaku kode pendaftaran ini sudah habis. Laptop ini belum terdaftar. Minta kode "
    "baru kepada koordinator.",
    "This enrolment code has expired. This laptop is not enrolled. Ask the coordinator for a "
    "new code.", 0};
constexpr ProblemText kCodeOfAnother = {"code_of_another", 422,
    "Kode pendaftaran ini untuk pengguna lain. Catatan Anda tetap aman di laptop ini. Minta "
    "kode atas nama Anda sendiri kepada koordinator.",
    "This enrolment code is for another user. Your records are safe on this laptop. Ask the "
    "coordinator for a code in your own name.", 0};
constexpr ProblemText kCodeNoLaptop = {"code_no_laptop", 422,
    "Kode ini untuk akun yang bekerja di peramban saja, tanpa laptop. Tidak ada yang "
    "didaftarkan. Minta kode untuk kader, bidan atau koordinator.",
    "This code is for an account that works in the browser only, without a laptop. Nothing was "
    "enrolled. Ask for a code of a cadre, midwife or coordinator.", 0};
constexpr ProblemText kChangesMissing = {"changes_missing", 409,
    "Ada catatan sebelum kiriman ini yang belum sampai di komputer puskesmas. Data Anda tetap "
    "aman di laptop ini. Aplikasi akan mengirim ulang dari catatan yang belum sampai.",
    "Records before this batch have not reached the server. Your data is safe on this laptop. "
    "The app will send again from the first that is missing.", 0};
constexpr ProblemText kServerTooOld = {"server_too_old", 400,
    "Komputer puskesmas perlu diperbarui sebelum dapat menerima kiriman aplikasi ini. Data Anda "
    "tetap aman di laptop ini. Beri tahu koordinator.",
    "The health centre's server must be updated before it can take what this app sends. Your "
    "data is safe on this laptop. Tell the coordinator.", 0};
constexpr ProblemText kBodyTooLarge = {"body_too_large", 413,
    "Kiriman ini terlalu besar untuk sekali kirim. Data Anda tetap aman di laptop ini. "
    "Aplikasi akan mengirim dalam bagian yang lebih kecil.",
    "This is too much to send at once. Your data is safe on this laptop. The app will send it "
    "in smaller parts.", 0};
constexpr ProblemText kUnsupportedEncoding = {"unsupported_encoding", 415,
    "Cara pemampatan kiriman ini tidak dikenal komputer puskesmas. Data Anda tetap aman di "
    "laptop ini. Perbarui aplikasi.",
    "The server does not know how this was compressed. Your data is safe on this laptop. "
    "Update the app.", 0};
constexpr ProblemText kClientTooOld = {"too_old_client", 426,
    "Aplikasi di laptop ini terlalu lama untuk komputer puskesmas. Data Anda tetap aman di "
    "laptop ini. Perbarui aplikasi, lalu kirim lagi.",
    "The app on this laptop is too old for the server. Your data is safe on this laptop. "
    "Update the app, then send again.", 0};
constexpr ProblemText kTooManyTries = {"too_many_tries", 429,
    "Terlalu banyak percobaan yang gagal. Tidak ada data yang hilang. Tunggu satu menit, lalu "
    "coba lagi.",
    "Too many failed tries. No data is lost. Wait a minute, then try again.", 60};
constexpr ProblemText kOneAtATime = {"one_at_a_time", 429,
    "Kiriman laptop ini yang sebelumnya masih dikerjakan komputer puskesmas. Data Anda tetap "
    "aman di laptop ini. Aplikasi akan mencoba lagi sebentar lagi.",
    "The server is still at work on what this laptop sent before. Your data is safe on this "
    "laptop. The app will try again shortly.", 3};
constexpr ProblemText kHeadersTooLarge = {"headers_too_large", 431,
    "Bagian awal permintaan ini terlalu panjang. Tidak ada data yang berubah. Hapus cookie "
    "untuk alamat ini atau perbarui aplikasi.",
    "The head of this request is too long. Nothing was changed. Delete the cookies of this "
    "address or update the app.", 0};
constexpr ProblemText kInternal = {"internal", 500,
    "Ada gangguan di komputer puskesmas. Data yang belum tercatat terkirim tetap aman di laptop "
    "ini. Coba lagi nanti; bila terulang, beri tahu koordinator.",
    "Something went wrong on the server. What is not marked as sent is safe on this laptop. "
    "Try again later; if it happens again, tell the coordinator.", 0};
// An older laptop takes the status for a busy server's, and tries again as often.
constexpr ProblemText kPaused = {"paused", 503,
    "Puskesmas sedang menghentikan pengiriman sementara; catatan Anda tetap aman di laptop.",
    "The health centre has paused sending for now; your records stay safe on this laptop.", 600};
constexpr ProblemText kBusy = {"busy", 503,
    "Komputer puskesmas sedang sibuk. Data Anda tetap aman di laptop ini. Aplikasi akan mencoba "
    "lagi sebentar lagi.",
    "The server is busy. Your data is safe on this laptop. The app will try again shortly.", 10};
// clang-format on

}  // namespace

const ProblemText& describe(Problem problem) {
    switch (problem) {
        case Problem::MalformedRequest:
            return kMalformedRequest;
        case Problem::NotEnrolled:
            return kNotEnrolled;
        case Problem::TokenRevoked:
            return kTokenRevoked;
        case Problem::Paused:
            return kPaused;
        case Problem::NotAllowed:
            return kNotAllowed;
        case Problem::NotFound:
            return kNotFound;
        case Problem::MethodNotAllowed:
            return kMethodNotAllowed;
        case Problem::CodeUnknown:
            return kCodeUnknown;
        case Problem::CodeUsed:
            return kCodeUsed;
        case Problem::CodeExpired:
            return kCodeExpired;
        case Problem::CodeOfAnother:
            return kCodeOfAnother;
        case Problem::CodeNoLaptop:
            return kCodeNoLaptop;
        case Problem::ChangesMissing:
            return kChangesMissing;
        case Problem::ServerTooOld:
            return kServerTooOld;
        case Problem::BodyTooLarge:
            return kBodyTooLarge;
        case Problem::UnsupportedEncoding:
            return kUnsupportedEncoding;
        case Problem::ClientTooOld:
            return kClientTooOld;
        case Problem::TooManyTries:
            return kTooManyTries;
        case Problem::OneAtATime:
            return kOneAtATime;
        case Problem::HeadersTooLarge:
            return kHeadersTooLarge;
        case Problem::Internal:
            return kInternal;
        case Problem::Busy:
            return kBusy;
    }
    return kInternal;
}

Response to_response(Problem problem) {
    const ProblemText& text = describe(problem);
    const std::string inner =
        base::json::Writer().add("code", text.code).add("id", text.id).add("en", text.en).text();
    Response response;
    response.status = text.status;
    response.content_type = "application/json";
    response.body = base::json::Writer().add_token("problem", inner).text();
    if (text.retry_after_seconds > 0) {
        response.headers.push_back({"Retry-After", std::to_string(text.retry_after_seconds)});
    }
    return response;
}

Response to_page(Problem problem) {
    const bool is_too_large = problem == Problem::BodyTooLarge;
    const std::string id = is_too_large
                               ? "Kiriman ini terlalu besar. Tidak ada yang berubah. Kembali, lalu "
                                 "kirim berkas yang lebih kecil."
                               : "Permintaan ini tidak dapat diterima. Tidak ada yang berubah. "
                                 "Kembali, lalu coba lagi.";
    const std::string en = is_too_large
                               ? "This is too large. Nothing was changed. Go back and send "
                                 "a smaller file."
                               : "This request could not be taken. Nothing was changed. "
                                 "Go back and try again.";
    Response response;
    response.status = describe(problem).status;
    response.content_type = "text/html; charset=utf-8";
    response.body =
        "<!DOCTYPE html>\n<html lang=\"id\"><head><meta charset=\"utf-8\"><meta "
        "name=\"viewport\" content=\"width=device-width\"><title>Kawan ASI</title>"
        "</head><body><main><h1>Kawan ASI</h1><p>" +
        id + "</p><p lang=\"en\">" + en + "</p></main></body></html>";
    response.headers = {{"Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"},
                        {"X-Content-Type-Options", "nosniff"},
                        {"Cache-Control", "no-store"}};
    return response;
}

}  // namespace http
