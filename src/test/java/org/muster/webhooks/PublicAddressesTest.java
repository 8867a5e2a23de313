package org.muster.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicAddressesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0.0.0.0                 | false
                    0.1.2.3                 | false
                    1.0.0.1                 | true
                    9.255.255.255           | true
                    10.0.0.0                | false
                    10.255.255.255          | false
                    11.0.0.0                | true
                    100.63.255.255          | true
                    100.64.0.1              | false
                    100.127.255.255         | false
                    100.128.0.0             | true
                    126.255.255.255         | true
                    127.0.0.1               | false
                    127.255.255.255         | false
                    169.253.255.255         | true
                    169.254.169.254         | false
                    172.15.255.255          | true
                    172.16.0.1              | false
                    172.31.255.255          | false
                    172.32.0.0              | true
                    192.0.0.8               | false
                    192.0.2.1               | false
                    192.88.99.1             | false
                    192.168.1.1             | false
                    192.169.0.1             | true
                    198.17.255.255          | true
                    198.18.0.1              | false
                    198.19.255.255          | false
                    198.51.100.7            | false
                    203.0.113.7             | false
                    203.0.114.1             | true
                    223.255.255.255         | true
                    224.0.0.1               | false
                    239.255.255.255         | false
                    240.0.0.1               | false
                    255.255.255.255         | false
                    ::                      | false
                    ::1                     | false
                    ::127.0.0.1             | false
                    ::ffff:127.0.0.1        | false
                    ::ffff:10.0.0.1         | false
                    ::ffff:8.8.8.8          | true
                    64:ff9b::8.8.8.8        | false
                    64:ff9b:1::1            | false
                    100::1                  | false
                    2001::1                 | false
                    2001:1ff:ffff::1        | false
                    2001:200::1             | true
                    2001:db8::1             | false
                    2002:7f00:1::           | false
                    2400:3200::1            | true
                    2606:4700:4700::1111    | true
                    3ffe::1                 | true
                    3fff::1                 | false
                    4000::1                 | false
                    fc00::1                 | false
                    fdff:ffff::1            | false
                    fe80::1                 | false
                    fec0::1                 | false
                    ff02::1                 | false
                    """)
    void areThoseOfTheInternet(String address, boolean isPublic) throws UnknownHostException {
        assertThat(PublicAddresses.contain(InetAddress.getByName(address))).isEqualTo(isPublic);
    }

    @Test
    void aMappedAddressThatIsKeptAsIpv6IsNone() throws UnknownHostException {
        var mapped = new byte[16];
        mapped[10] = mapped[11] = (byte) 0xff;
        mapped[12] = 8;

        assertThat(PublicAddresses.contain(Inet6Address.getByAddress("mapped", mapped, -1)))
                .isFalse();
    }
}
