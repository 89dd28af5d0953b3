using ConnectionGen.Cli.Transports;

namespace ConnectionGen.Cli.Tests.Transports;

public class SshOptionsTests
{
    [Fact, Behaviour("CL-83", "PW-29")]
    public void The_known_options_are_read_in_all_their_spellings()
    {
        var options = SshOptions.Parse("-p 2222 -l admin -i '/my keys/id' -oKexAlgorithms=+diffie-hellman-group14-sha1 -o \"HostKeyAlgorithms +ssh-rsa\" -o Ciphers=aes128-cbc -o StrictHostKeyChecking=no -o UserKnownHostsFile=/tmp/kh -o ServerAliveInterval=15");
        Assert.Equal(2222, options.Port);
        Assert.Equal("admin", options.User);
        Assert.Equal(["/my keys/id"], options.IdentityFiles);
        Assert.Equal("+diffie-hellman-group14-sha1", options.KexAlgorithms);
        Assert.Equal("+ssh-rsa", options.HostKeyAlgorithms);
        Assert.Equal("aes128-cbc", options.Ciphers);
        Assert.Equal(HostKeyPolicy.Off, options.HostKeys);
        Assert.Equal("/tmp/kh", options.KnownHostsFile);
        Assert.Equal(TimeSpan.FromSeconds(15), options.KeepAlive);
        Assert.Empty(options.NotUnderstood);
    }

    [Theory]
    [InlineData("", 60)]
    [InlineData("-o ServerAliveInterval=15", 15)]
    [InlineData("-o ServerAliveInterval=0", -0.001)]
    [InlineData("-o ServerAliveInterval=-1", 60)]
    public void Signs_of_life_are_sent_as_often_as_the_path_says(string options, double seconds)
    {
        var settings = new SshSettings { Host = "192.0.2.1", UserName = "me", Password = () => "secret", Options = SshOptions.Parse(options) };
        using var client = SshClientFactory.Make(settings, new HostKeyCheck(HostKeyPolicy.Off, KnownHosts.Read("no such file"), "192.0.2.1"), new List<string>());
        Assert.Equal(TimeSpan.FromSeconds(seconds), client.KeepAliveInterval);
    }

    [Fact]
    public void What_is_not_understood_is_kept_as_written()
    {
        var options = SshOptions.Parse("-v -o ProxyCommand=nc -p many -o Port=22");
        Assert.Equal(["-v", "-o ProxyCommand=nc", "-p many"], options.NotUnderstood);
        Assert.Equal(22, options.Port);
    }

    [Theory]
    [InlineData(null, "b,c")]
    [InlineData("+a", "b,c,a")]
    [InlineData("^a,c", "a,c,b")]
    [InlineData("-b", "c")]
    [InlineData("c,a", "c,a")]
    [InlineData("+x*", "b,c,x1,x2")]
    [InlineData("+nobody", "b,c")]
    public void Algorithm_lists_add_remove_and_reorder(string? text, string expected)
    {
        var unknown = new List<string>();
        var offered = new AlgorithmChoice(text).Apply(["b", "c"], ["a", "b", "c", "x1", "x2"], unknown);
        Assert.Equal(expected, string.Join(',', offered));
        Assert.Equal(text == "+nobody" ? ["nobody"] : [], unknown);
    }
}
