using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

using var device = RestDevice.Start();
HttpClient.DefaultProxy = new WebProxy(device.Address);
await lab.Phoenix.ConnectRestAsync(via: "mgmt", root: "/v2");
Console.WriteLine(await lab.Phoenix.GetAsync("interfaces"));

// the REST interface of 192.0.2.1, behind a proxy, since nobody is at that address; its certificate is the one that this process trusts
sealed class RestDevice : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 _certificate = Certificate();

    public Uri Address => new($"http://{_listener.LocalEndpoint}");

    public static RestDevice Start()
    {
        var device = new RestDevice();
        File.WriteAllText(Environment.GetEnvironmentVariable("SSL_CERT_FILE")!, device._certificate.ExportCertificatePem());
        device._listener.Start();
        _ = device.ServeAsync();
        return device;
    }

    public void Dispose() => _listener.Dispose();

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=192.0.2.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Parse("192.0.2.1"));
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            using var client = await _listener.AcceptTcpClientAsync();
            var stream = client.GetStream();
            Console.WriteLine(await RequestAsync(stream));
            await stream.WriteAsync("HTTP/1.1 200 OK\r\n\r\n"u8.ToArray());
            await using var secure = new SslStream(stream);
            await secure.AuthenticateAsServerAsync(_certificate);
            while (await RequestAsync(secure) is { Length: > 0 } line)
            {
                Console.WriteLine(line);
                await secure.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 13\r\n\r\n[\"Ethernet1\"]"u8.ToArray());
            }
        }
    }

    // the first line; what is sent with it is read and dropped
    private static async Task<string> RequestAsync(Stream stream)
    {
        var text = "";
        var buffer = new byte[4096];
        while (!IsWhole(text))
        {
            var read = await stream.ReadAsync(buffer);
            if (read == 0)
                return "";

            text += System.Text.Encoding.ASCII.GetString(buffer, 0, read);
        }

        return text.Split("\r\n")[0];
    }

    private static bool IsWhole(string text)
    {
        var head = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (head < 0)
            return false;

        var length = Regex.Match(text, @"Content-Length: (\d+)", RegexOptions.IgnoreCase);
        return text.Contains("chunked", StringComparison.OrdinalIgnoreCase) ? text.EndsWith("0\r\n\r\n", StringComparison.Ordinal) : text.Length >= head + 4 + (length.Success ? int.Parse(length.Groups[1].Value) : 0);
    }
}
