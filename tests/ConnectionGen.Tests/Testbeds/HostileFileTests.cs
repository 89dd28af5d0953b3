using System.Text;
using CsCheck;

namespace ConnectionGen.Tests.Testbeds;

/// <summary>Whatever a file holds, loading gives a testbed or the reader's own exception.</summary>
public sealed class HostileFileTests(ITestOutputHelper output)
{
    private const int Files = 2_000;

    private const string Whole = """
        testbed:
          name: lab
          credentials: {default: {username: admin, password: "%ENV{NO_SUCH_VARIABLE, none}"}}
          servers: {tftp: {address: 10.0.0.2}}
        x-base: &base {os: iosxe, type: router}
        devices:
          r1:
            <<: *base
            alias: uut
            credentials: {enable: {password: "%{testbed.credentials.default.password}"}}
            connections:
              defaults: {class: unicon.Unicon, via: mgmt}
              mgmt: {protocol: ssh, ip: 10.0.0.1, port: 22, arguments: {term_width: 80}, login_creds: [default, enable]}
              console: {protocol: telnet, ip: 10.0.0.5, port: "2003", proxy: r2}
            custom:
              self: "%{self.os}"
              text: |
                one
                two
          r2: {os: linux, connections: {a: {ip: 10.0.0.9, pool_size: 3, pool_timeout: PT1M}}}
        topology:
          links: {core: {alias: c}}
          uut: {interfaces: {Gi0/0: {type: ethernet, link: core, ipv4: 10.1.0.1/24}}}
          r2: {interfaces: {eth1: {type: ethernet, link: core, ipv6: "2001:db8::1/64"}}}
        """;

    [Fact]
    public void A_damaged_file_loads_or_is_refused()
    {
        var file = Encoding.UTF8.GetBytes(Whole);
        var loaded = 0;
        Testbed.Parse(Whole).Dispose(); // else each is refused for what all have
        Gen.Int.Sample(
            seed =>
            {
                try
                {
                    using var testbed = Testbed.Parse(Encoding.UTF8.GetString(HostileBytes.Mistaken(file, seed)));
                    Interlocked.Increment(ref loaded);
                }
                catch (TestbedFileException)
                {
                    // the way to say so
                }
            },
            iter: Files);
        output.WriteLine($"{Files} damaged files, {loaded} of them still testbeds; a failure names its seed");
        Assert.InRange(loaded, 1, Files - 1);
    }

    [Fact]
    public void Aliases_of_aliases_are_refused_before_they_take_all_memory() =>
        Assert.Contains("stand for more than 5000000 values", Refused(HostileTexts.AliasesOfAliases()), StringComparison.Ordinal);

    [Fact]
    public void Lists_in_lists_are_refused_where_they_go_too_deep() =>
        Assert.Contains("more than 100 deep", Refused(HostileTexts.ListsInLists(100_000)), StringComparison.Ordinal);

    [Fact]
    public void A_hundred_megabytes_are_refused_with_the_limit() =>
        Assert.Contains("at most 64 million are read", Refused(new string(' ', 100 * 1024 * 1024)), StringComparison.Ordinal);

    [Fact]
    public void Nul_and_what_is_no_UTF8_are_refused_or_stay_in_their_value()
    {
        Assert.Contains("CG2001", Refused("devices: {r1: {os: \0}}"), StringComparison.Ordinal);
        using var testbed = Testbed.Parse(Encoding.UTF8.GetString([.. "devices: {r1: {os: '"u8, 0xC3, 0x28, 0xFF, .. "'}}"u8]));
        Assert.Equal("\uFFFD(\uFFFD", testbed.Devices["r1"].Os);
    }

    private static string Refused(string yaml) => Assert.Throws<TestbedFileException>(() => Testbed.Parse(yaml)).Message;

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x00 })]
    [InlineData(new byte[] { 0x00 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0xBD })]
    [InlineData(new byte[0])]
    public void A_file_that_is_no_text_is_refused_by_name(byte[] content)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, content);
            Assert.Contains(file, Assert.Throws<TestbedFileException>(() => Testbed.Load(file)).Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
