#include "shared/protocol/pin.h"

#include <doctest/doctest.h>

namespace {

// openssl ecparam -genkey -name prime256v1 | openssl req -x509 -subj /CN=Contoh
// the pin by: openssl x509 -pubkey | openssl pkey -pubin -outform DER | openssl dgst -sha256
// -binary | base64
constexpr const char* kCertificate = R"PEM(-----BEGIN CERTIFICATE-----
MIIBeDCCAR+gAwIBAgIUR0u9be+5DaRV4ZttQ7ZHYE5NPRUwCgYIKoZIzj0EAwIw
ETEPMA0GA1UEAwwGQ29udG9oMCAXDTI2MTEyMTA1MDMyNVoYDzIxMjYxMDI4MDUw
MzI1WjARMQ8wDQYDVQQDDAZDb250b2gwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNC
AASZSUWPysLSat7odL7cXzGVzXYOdDSASxQR260RCfY/WuZLePtHnqu4jOO6duSj
d1jbzmaxjuegVah56zQJ3aEyo1MwUTAdBgNVHQ4EFgQU7/o6eMw7ibQAhDYBoszC
ydMOUIMwHwYDVR0jBBgwFoAU7/o6eMw7ibQAhDYBoszCydMOUIMwDwYDVR0TAQH/
BAUwAwEB/zAKBggqhkjOPQQDAgNHADBEAiAH9AW9W2OAdhxUJzbpe+Q/Grr5OAIb
dCbBYTw7WsFQegIgHiClxuh7CiCdVHn+lpGNQd9/95+9PMoHsnX8dkjYjqQ=
-----END CERTIFICATE-----
)PEM";
constexpr const char* kPin = "sha256//Db9Rl3sZ976uoLQfGvUGfkdVtgDfR0p2/EP6b3AvU/A=";

}  // namespace

TEST_CASE("the pin is the one that the openssl tools compute") {
    const auto pin = protocol::pin_of(kCertificate);
    REQUIRE(pin.ok());
    CHECK(pin.value() == kPin);
    CHECK(protocol::is_pin(pin.value()));
}

TEST_CASE("what is no certificate has no pin") {
    CHECK_FALSE(protocol::pin_of("").ok());
    CHECK_FALSE(protocol::pin_of("-----BEGIN CERTIFICATE-----\nAAAA\n").ok());
}

TEST_CASE("only what is written like a pin is one: a file's name is not") {
    CHECK(protocol::is_pin(kPin));
    CHECK_FALSE(protocol::is_pin(""));
    CHECK_FALSE(protocol::is_pin("/etc/passwd"));
    CHECK_FALSE(protocol::is_pin(std::string(kPin) + ";" + kPin));
    CHECK_FALSE(protocol::is_pin("sha256//AAAA"));
}
