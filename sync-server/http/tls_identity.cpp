#include "sync-server/http/tls_identity.h"

#include "shared/base/text.h"

#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <array>
#include <ctime>
#include <memory>

namespace http {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

constexpr int kValidDays = 20 * 365 + 5;
constexpr int kDaysBefore = 1;              // a laptop's clock may be behind
constexpr std::size_t kCommonNameMax = 64;  // X.520's ub-common-name
constexpr std::size_t kSerialBytes = 16;
constexpr long kVersion3 = 2;

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;
using Bytes = std::unique_ptr<BIO, decltype(&BIO_free)>;

// The longest start of "Kawan ASI <centre>" that fits and cuts no character.
std::string common_name(const std::string& centre) {
    std::string name = "Kawan ASI " + centre;
    if (name.size() > kCommonNameMax) name.resize(kCommonNameMax);
    while (!base::is_valid_utf8(name)) name.pop_back();
    return name;
}

bool set_serial(X509* certificate, base::Random& random) {
    std::array<unsigned char, kSerialBytes> bytes{};
    random.fill(bytes);
    bytes[0] = static_cast<unsigned char>((bytes[0] & 0x3FU) | 0x40U);  // positive, never zero
    const std::unique_ptr<BIGNUM, decltype(&BN_free)> number(
        BN_bin2bn(bytes.data(), static_cast<int>(bytes.size()), nullptr), &BN_free);
    return number &&
           BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr;
}

bool set_validity(X509* certificate, base::Instant now) {
    std::time_t seconds = static_cast<std::time_t>(now.unix_ms / 1000);
    return X509_time_adj_ex(X509_getm_notBefore(certificate), -kDaysBefore, 0, &seconds) &&
           X509_time_adj_ex(X509_getm_notAfter(certificate), kValidDays, 0, &seconds);
}

bool set_names(X509* certificate, const std::string& name) {
    X509_NAME* subject = X509_get_subject_name(certificate);
    const auto* bytes = reinterpret_cast<const unsigned char*>(name.data());
    return X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, bytes,
                                      static_cast<int>(name.size()), -1, 0) == 1 &&
           X509_set_issuer_name(certificate, subject) == 1;
}

std::string text_of(BIO* bytes) {
    char* start = nullptr;
    const long length = BIO_get_mem_data(bytes, &start);
    return {start, static_cast<std::size_t>(length)};
}

std::string to_pem(X509* certificate) {
    const Bytes out(BIO_new(BIO_s_mem()), &BIO_free);
    return PEM_write_bio_X509(out.get(), certificate) == 1 ? text_of(out.get()) : std::string();
}

std::string to_pem(EVP_PKEY* key) {
    const Bytes out(BIO_new(BIO_s_mem()), &BIO_free);
    const int written =
        PEM_write_bio_PrivateKey(out.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    return written == 1 ? text_of(out.get()) : std::string();
}

}  // namespace

Result<TlsIdentity> make_tls_identity(const std::string& centre, base::Instant now,
                                      base::Random& random) {
    const Key key(EVP_EC_gen("P-256"), &EVP_PKEY_free);
    const Certificate certificate(X509_new(), &X509_free);
    const bool is_made = key && certificate && X509_set_version(certificate.get(), kVersion3) &&
                         set_serial(certificate.get(), random) &&
                         set_validity(certificate.get(), now) &&
                         set_names(certificate.get(), common_name(centre)) &&
                         X509_set_pubkey(certificate.get(), key.get()) &&
                         X509_sign(certificate.get(), key.get(), EVP_sha256()) > 0;
    if (!is_made) return Error{ErrorCode::Storage, "the server's certificate could not be made"};
    TlsIdentity identity{to_pem(certificate.get()), to_pem(key.get())};
    CHECK(!identity.certificate_pem.empty() && !identity.key_pem.empty());
    return identity;
}

Result<TlsIdentity> make_tls_identity(const std::string& centre) {
    base::SystemRandom random;
    return make_tls_identity(centre, base::SystemClock().now(), random);
}

}  // namespace http
