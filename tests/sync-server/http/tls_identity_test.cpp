#include "sync-server/http/tls_identity.h"
#include "shared/base/date.h"

#include <doctest/doctest.h>

#include <openssl/pem.h>
#include <openssl/x509.h>
#include <memory>
#include <string>

namespace {

constexpr base::Instant kNow{1'772'000'000'000};  // 2026-02-25

http::TlsIdentity identity_of(const std::string& centre, std::uint64_t seed = 1) {
    base::SeededRandom random(seed);
    return http::make_tls_identity(centre, kNow, random).value();
}

using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;

Certificate certificate_of(const http::TlsIdentity& identity) {
    const std::string& pem = identity.certificate_pem;
    BIO* bytes = BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size()));
    Certificate certificate(PEM_read_bio_X509(bytes, nullptr, nullptr, nullptr), &X509_free);
    BIO_free(bytes);
    return certificate;
}

std::string common_name_of(X509* certificate) {
    const X509_NAME* name = X509_get_subject_name(certificate);
    const int at = X509_NAME_get_index_by_NID(name, NID_commonName, -1);
    unsigned char* utf8 = nullptr;
    const int length =
        ASN1_STRING_to_UTF8(&utf8, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
    std::string text(reinterpret_cast<char*>(utf8), static_cast<std::size_t>(length));
    OPENSSL_free(utf8);
    return text;
}

}  // namespace

TEST_CASE("the certificate names the centre, is signed by its own key and lasts 20 years") {
    const Certificate certificate = certificate_of(identity_of("Puskesmas Sukamaju"));
    REQUIRE(certificate);
    CHECK(common_name_of(certificate.get()) == "Kawan ASI Puskesmas Sukamaju");
    CHECK(X509_verify(certificate.get(), X509_get0_pubkey(certificate.get())) == 1);
    int days = 0;
    int seconds = 0;
    ASN1_TIME_diff(&days, &seconds, X509_get0_notBefore(certificate.get()),
                   X509_get0_notAfter(certificate.get()));
    CHECK(days >= 20 * 365);
    time_t now = kNow.unix_ms / 1000;
    CHECK(X509_cmp_time(X509_get0_notBefore(certificate.get()), &now) == -1);
}

TEST_CASE("a long name is cut between characters") {
    const Certificate certificate =
        certificate_of(identity_of("Puskesmas " + std::string(20, 'x') + "éééééééééééééééééééé"));
    REQUIRE(certificate);
    CHECK(common_name_of(certificate.get()).size() <= 64);
    CHECK(common_name_of(certificate.get()).ends_with("é"));
}

TEST_CASE("two identities have two keys and so two pins") {
    const auto one = identity_of("A");
    const auto other = identity_of("A");
    CHECK(http::pin_of(one.certificate_pem).value() != http::pin_of(other.certificate_pem).value());
    CHECK(one.key_pem.starts_with("-----BEGIN PRIVATE KEY-----"));
}
