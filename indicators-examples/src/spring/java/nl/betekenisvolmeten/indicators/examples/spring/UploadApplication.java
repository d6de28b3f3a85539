package nl.betekenisvolmeten.indicators.examples.spring;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A server to which deliveries can be sent. */
@SpringBootApplication
public class UploadApplication {

    /**
     * Starts the server.
     *
     * @param arguments as Spring Boot takes them, such as {@code --server.port=8080}
     */
    public static void main(String[] arguments) {
        SpringApplication.run(UploadApplication.class, arguments);
    }
}
