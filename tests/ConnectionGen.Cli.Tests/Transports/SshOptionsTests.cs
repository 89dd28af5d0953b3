using ConnectionGen.Cli.Transports;

namespace ConnectionGen.Cli.Tests.Transports;

public class SshOptionsTests
{
    [Fact]
    public void The_known_options_are_read_in_all_their_spellings()
    {
        var options = SshOptions.Parse("-p 2222 -l admin -i '/my keys/id' -oKexAlgorithms=+diffie-hellman-group14-sha1 -o \"HostKeyAlgorithms +ssh-rsa\" -o Ciphers=aes128-cbc -o StrictHostKeyChecking=no -o UserKnownHostsFile=/tmp/kh");
        Assert.Equal(2222, options.Port);
        Assert.Equal("admin", options.User);
        Assert.Equal(["/my keys/id"], options.IdentityFiles);
        Assert.Equal("+diffie-hellman-group14-sha1", options.KexAlgorithms);
        Assert.Equal("+ssh-rsa", options.HostKeyAlgorithms);
        Assert.Equal("aes128-cbc", options.Ciphers);
        Assert.Equal(HostKeyPolicy.Off, options.HostKeys);
        Assert.Equal("/tmp/kh", options.KnownHostsFile);
        Assert.Empty(options.NotUnderstood);
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
